import Quantities
import ResourceAdequacy
import Topology

/// What a part of a topology falls short of a demand that varies, drawn year by year, beside the exact
/// figures.
public struct AdequacySimulationAnswer: Sendable {
  /// What was asked about.
  public let name: String
  /// What the histories show.
  public let estimates: AdequacyEstimates
  /// The seed that repeats them.
  public let seed: UInt64
  /// The exact figures; nil where the table is too large for them.
  public let exact: AdequacyAnswer?
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// The answer that `estimates` give; `exact` is the exact answer about the same where there is one.
  public init(
    _ name: String, _ estimates: AdequacyEstimates, seed: UInt64, exact: AdequacyAnswer?,
    assuming assumptions: [String] = []
  ) {
    self.name = name
    self.estimates = estimates
    self.seed = seed
    self.exact = exact
    self.assumptions = Self.assumptions + assumptions
  }

  private static let assumptions = [
    "short means a capacity below the load, however little",
    "all times are exponential, and each history begins in the long-run state",
    "components fail independently of each other, but for what they share",
  ]

  // MARK: Exact means of one history

  /// Hours short in a history; nil without exact figures.
  public var exactHoursShort: Double? { perHistory(exact?.figures.lossOfLoadHours) }
  /// Unserved flow times hours in a history; nil without exact figures.
  public var exactUnserved: Double? { perHistory(exact?.figures.unservedHours) }
  /// Shortfalls that begin in a history; nil without exact figures.
  public var exactShortfalls: Double? { perHistory(exact?.figures.shortfalls) }
  /// Those of them that a load step begins; nil without exact figures.
  public var exactBegunByLoads: Double? { perHistory(exact?.figures.begunByLoadSteps) }

  /// Exact figures are of the demand's length, which a history repeats.
  private func perHistory(_ figure: Double?) -> Double? {
    guard let figure, let exact else { return nil }
    return figure * (estimates.length.seconds / exact.figures.period.seconds)
  }
}
