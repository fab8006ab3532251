import Quantities

/// A promise about availability, as data: what is promised, how it is measured, and what its breach
/// costs the supplier.
public struct ServiceLevelAgreement: Sendable, Hashable {
  /// Its name.
  public let name: String
  /// The promised availability of a window: above 0, up to 100 %, which any counted downtime breaks.
  public let target: Probability
  /// The stretch of time that is judged, one after another.
  public let window: Window
  /// True where every instant ends a window, rather than a grid of windows.
  public let isRolling: Bool
  /// How downtime is counted.
  public let rule: MeasuringRule
  /// True where planned maintenance does not count.
  public let excludesMaintenance: Bool
  /// What a breach pays; nil where that isn't known or nothing is.
  public let credits: CreditLadder?
  /// The most that is paid, as a share of the bill; nil without a limit of its own.
  public let cap: Probability?
  /// What it is promised for, such as `per region`; nil where that isn't known.
  public let scope: String?
  /// The date of the document, as far as known, such as `2022-07-25`.
  public let documentDate: String?
  /// Where the document is, or who quotes it.
  public let source: String?

  /// A promise of `target` in every `window`. Throws ``ServiceLevelError`` for a target of 0 %, a
  /// window or a length of no time, a rule's length beyond the window, a rolling calendar month, and a
  /// ladder that begins above the target.
  public init(
    _ name: String, target: Probability, per window: Window, isRolling: Bool = false,
    counted rule: MeasuringRule = .continuous, excludesMaintenance: Bool = false,
    credits: CreditLadder? = nil, cap: Probability? = nil, scope: String? = nil,
    documentDate: String? = nil, source: String? = nil
  ) throws(ServiceLevelError) {
    guard target.value > 0 else { throw .target }
    guard window.length > .zero else { throw .window }
    if isRolling, window == .calendarMonth { throw .rollingCalendar }
    try Self.check(rule, within: window)
    if let first = credits?.steps.first, first.below.complement < target.complement {
      throw .ladder("a ladder begins at the target or below it")
    }
    self.name = name
    self.target = target
    self.window = window
    self.isRolling = isRolling
    self.rule = rule
    self.excludesMaintenance = excludesMaintenance
    self.credits = credits
    self.cap = cap
    self.scope = scope
    self.documentDate = documentDate
    self.source = source
  }

  private static func check(
    _ rule: MeasuringRule, within window: Window
  ) throws(ServiceLevelError) {
    switch rule {
    case .runs(let length), .cells(let length):
      guard length > .zero, length <= window.length else { throw .ruleLength }
    case .errors(let ratio):
      guard ratio.complement > 0 else { throw .errorRatio }
    case .continuous, .wholeMinutes, .averageErrors:
      guard rule.grid.map({ $0 <= window.length }) ?? true else { throw .ruleLength }
    }
  }
}
