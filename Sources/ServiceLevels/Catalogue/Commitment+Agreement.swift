import Quantities

/// A published promise as one that can be judged, with all that was assumed about it.
public struct AssumedAgreement: Sendable, Hashable {
  /// The promise.
  public let agreement: ServiceLevelAgreement
  /// What its document doesn't say, or what of it is not held, a sentence each; that it is a promise
  /// and not a forecast first.
  public let assumptions: [String]

  /// `agreement`, of which `assumptions` were made.
  public init(agreement: ServiceLevelAgreement, assumptions: [String]) {
    self.agreement = agreement
    self.assumptions = assumptions
  }
}

extension Commitment {
  /// The promise as an agreement, per `window`, or per month of the calendar when that is nil.
  ///
  /// Where the document's rule isn't known, every instant counts; maintenance counts too. Throws
  /// ``ServiceLevelError`` where the rule does not fit into `window`.
  public func agreement(
    per window: Window? = nil
  ) throws(ServiceLevelError) -> AssumedAgreement {
    AssumedAgreement(
      agreement: try ServiceLevelAgreement(
        name, target: availability, per: window ?? .calendarMonth, counted: rule ?? .continuous,
        credits: credits, cap: cap, scope: scope, documentDate: documentDate, source: source),
      assumptions: [label] + windowAssumption(window) + ruleAssumptions
        + (credits == nil ? ["what a breach of \(name) pays isn't known"] : []))
  }

  private func windowAssumption(_ window: Window?) -> [String] {
    switch (window, month) {
    case (.calendarMonth?, .calendar?), (nil, .calendar?): []
    case (nil, .billing?), (.calendarMonth?, .billing?):
      ["a billing month of \(name) is taken as a month of the calendar"]
    case (nil, nil), (.calendarMonth?, nil):
      ["the window of \(name) isn't known: it is judged by months of the calendar"]
    case (.some, let month?):
      ["\(name) is promised per \(month.rawValue), and judged otherwise here"]
    case (.some, nil): ["the window of \(name) isn't known"]
    }
  }

  private var ruleAssumptions: [String] {
    let rule =
      rule == nil
      ? ["how \(name) counts downtime isn't known: all of it counts, from instant to instant"] : []
    let maintenance = "all downtime counts: what the document of \(name) excludes isn't held here"
    return rule + [maintenance] + (note.map { ["noted of \(name): \($0)"] } ?? [])
  }
}
