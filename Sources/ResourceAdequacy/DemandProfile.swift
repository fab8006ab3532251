import Quantities

/// What is asked for over time: a series of loads of equal length, or loads with probabilities.
///
/// Loads are exact decimals: a load that equals a capacity is met, and no rounding moves it over the
/// edge.
public struct DemandProfile: Sendable, Hashable {
  /// The unit of the loads, such as `MW` or `rps`.
  public let unit: String
  /// How the loads follow each other.
  public let shape: Shape
  /// The loads in order.
  let loads: WholeAmounts

  /// How the loads of a profile follow each other.
  public enum Shape: Sendable, Hashable {
    /// One after another, each lasting `step`; after the last one the first one follows when the
    /// series `repeats`.
    case series(step: Duration, repeats: Bool)
    /// In no known order, each with its share of the time.
    case distribution([Double])
  }

  /// More loads than this are refused.
  public static let loadLimit = 1_000_000

  init(_ loads: WholeAmounts, unit: String, shape: Shape) {
    self.loads = loads
    self.unit = unit
    self.shape = shape
  }

  /// The same load at all times, as one load a day. Throws ``DemandProfileError``.
  public init(constant load: Rate) throws(DemandProfileError) {
    try self.init([load.decimalAmount], unit: load.unit, step: .days(1))
  }

  /// Loads one after another, each lasting `step`, from the start again after the last: 24 for each
  /// day alike, 168 for each week, 8,760 for a year. Throws ``DemandProfileError``.
  public init(
    _ loads: [DecimalNumber], unit: String, step: Duration = .hours(1)
  ) throws(DemandProfileError) {
    guard step > .zero else { throw .noStep }
    try self.init(loads, unit: unit, shape: .series(step: step, repeats: true))
  }

  /// Loads that occur with some share of the time each, in no known order; the shares are divided by
  /// their sum. Throws ``DemandProfileError``.
  public init(
    distribution: [(load: DecimalNumber, share: Double)], unit: String
  ) throws(DemandProfileError) {
    let shares = distribution.map(\.share)
    let sum = shares.reduce(0, +)
    for share in shares where !(share >= 0 && share.isFinite) { throw .share(share) }
    guard sum > 0 else { throw .empty }
    try self.init(
      distribution.map(\.load), unit: unit, shape: .distribution(shares.map { $0 / sum }))
  }

  private init(
    _ decimals: [DecimalNumber], unit: String, shape: Shape
  ) throws(DemandProfileError) {
    let parts = decimals.compactMap(WholeAmounts.Part.init)
    guard parts.count == decimals.count else { throw .tooFine }
    try self.init(parts: parts, unit: unit, shape: shape)
  }

  init(
    parts: [WholeAmounts.Part], unit: String, shape: Shape
  ) throws(DemandProfileError) {
    guard !parts.isEmpty else { throw .empty }
    guard parts.count <= Self.loadLimit else { throw .tooMany(limit: Self.loadLimit) }
    guard let loads = WholeAmounts(parts) else { throw .tooFine }
    self.init(loads, unit: unit, shape: shape)
  }

  /// The number of loads, 1 or more.
  public var count: Int { loads.values.count }

  /// How long each load lasts; nil for a distribution.
  public var step: Duration? {
    guard case .series(let step, _) = shape else { return nil }
    return step
  }

  /// How long all loads last together; nil for a distribution. Error one rounding.
  public var length: Duration? {
    step.flatMap { try? Duration(seconds: $0.seconds * Double(count)) }
  }

  /// The load of that index in ``unit``; error one rounding.
  public func load(at index: Int) -> Double {
    WholeAmounts.double(loads.values[index], loads.exponent)
  }

  /// The share of the time that a load takes; the shares sum to 1.
  func share(at index: Int) -> Double {
    switch shape {
    case .series: 1 / Double(count)
    case .distribution(let shares): shares[index]
    }
  }

  /// The largest load, in ``unit``.
  public var peak: Double { WholeAmounts.double(loads.values.max() ?? 0, loads.exponent) }

  /// The mean load over time, in ``unit``. Relative error below the number of loads × 2^-52.
  public var mean: Double {
    loads.values.indices.reduce(0) { $0 + load(at: $1) * share(at: $1) }
  }
}

extension Rate {
  /// The amount as the decimal that was written.
  fileprivate var decimalAmount: DecimalNumber {
    get throws(DemandProfileError) {
      guard let decimal = try? DecimalNumber(shortest: amount) else { throw .tooFine }
      return decimal
    }
  }
}
