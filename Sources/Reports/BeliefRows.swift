import Assessment
import InputUncertainty
import Quantities

/// What is believed of figures, as people read it: `90%: 2.1 to 9.8 min`.
enum BeliefRows {
  /// A length of time between two, in seconds, both in the unit of the larger.
  static func duration(_ interval: CredibleInterval, times factor: Double = 1) -> String {
    let unit = HumanFigures.unit(ofSeconds: interval.high.value * factor)
    return between(interval, times: factor / unit.seconds) + " \(unit.symbol)"
  }

  /// A plain number between two.
  static func between(_ interval: CredibleInterval, times factor: Double = 1) -> String {
    "\(end(interval.low, factor)) to \(end(interval.high, factor))"
  }

  /// Three digits where the draws tell them, else two.
  private static func end(_ end: Estimate, _ factor: Double) -> String {
    let isSharp = end.relativeError.map { $0 < 0.01 } ?? false
    return HumanFigures.number(end.value * factor, digits: isSharp ? 3 : 2)
  }

  /// A probability between two, in percent, of what is missing to 1.
  static func percent(_ missing: CredibleInterval) -> String {
    func percent(_ share: Double) -> String {
      HumanFigures.percent(Probability(uncheckedValue: 1 - share, complement: share))
    }
    return "90%: \(percent(missing.high.value)) to \(percent(missing.low.value))"
  }

  /// The number of nines between two.
  static func nines(_ unavailability: CredibleInterval) -> String {
    func nines(_ share: Double) -> String {
      HumanFigures.nines(Probability(uncheckedValue: 1 - share, complement: share))
    }
    let low = nines(unavailability.high.value)
    let unit = " nines"
    let start = low.hasSuffix(unit) ? String(low.dropLast(unit.count)) : low
    return "\(start) to \(nines(unavailability.low.value))"
  }

  /// The inputs that matter, down to 1 % of the variance.
  static func influences(
    _ influences: [InputInfluence], of figure: String
  ) -> [CardLayout.Row] {
    guard let first = influences.first else { return [] }
    let named = influences.prefix(6).filter { $0.share.value >= 0.01 || $0 == first }
    let shares = named.map { "\($0.input.name) \(percent($0.share))" }
    return [("matters", "\(shares.joined(separator: ", ")) of the variance of \(figure)")]
  }

  /// Whole percents, with the error where it is one or more.
  private static func percent(_ share: Estimate) -> String {
    let value = Int((share.value * 100).rounded())
    let error = Int(((share.standardError ?? 0) * 100).rounded())
    return error > 0 ? "\(value) ± \(error)%" : "\(value)%"
  }

  /// How exactly draws were simulated.
  static func simulated(to error: Double?) -> String {
    let size = error.map { HumanFigures.number($0 * 100, digits: 2) + "%" } ?? "an unknown error"
    return "each simulated to \(size) of its mean downtime"
  }

  /// How many draws there were of what.
  static func draws(_ draws: Int, of inputs: Int, _ how: String) -> String {
    let inputs = inputs == 1 ? "1 input" : "\(inputs) inputs"
    return "90% intervals from \(SimulationCard.grouped(draws)) draws of \(inputs), \(how)"
  }
}

// Long-run answers.
extension AvailabilityBelief {
  /// Nil where no draw is ever down.
  var downtimeText: String? {
    guard unavailability.high.value > 0 else { return nil }
    let windows: [(Window, String)] = [(.month, "a month"), (.year, "a year")]
    let texts = windows.map { window, name in
      "\(BeliefRows.duration(unavailability, times: window.length.seconds)) \(name)"
    }
    return "90%: " + texts.joined(separator: ", ")
  }

  var outagesText: String? {
    guard let outagesPerYear, outagesPerYear.high.value > 0 else { return nil }
    let length = meanOutage.map { ", \(BeliefRows.duration($0)) each" } ?? ""
    return "90%: \(BeliefRows.between(outagesPerYear)) a year" + length
  }

  var ninesText: String? {
    unavailability.high.value > 0 ? "90%: " + BeliefRows.nines(unavailability) : nil
  }

  var methodText: String {
    let how =
      switch method {
      case .compiled, .rebuilt: "each evaluated exactly"
      case .simulated: BeliefRows.simulated(to: error)
      }
    return BeliefRows.draws(draws, of: inputs, how)
  }
}

// Simulations.
extension SimulationBelief {
  func downtimeLines(_ name: WindowName) -> [String] {
    let worst = [
      ("half of the \(name.many)", p50), ("the worst 10% of \(name.many)", p90),
      ("the worst 5% of \(name.many)", p95), ("the worst 1% of \(name.many)", p99),
    ].filter { $0.1.high.value > 0 }
    return ["90%: \(BeliefRows.duration(mean)) \(name.one) on average"]
      + worst.map { "90%: \($0.0) exceed \(BeliefRows.duration($0.1))" }
  }

  var rows: [CardLayout.Row] {
    BeliefRows.influences(influences, of: "the mean downtime's logarithm")
  }

  var methodText: String {
    BeliefRows.draws(draws, of: inputs, BeliefRows.simulated(to: error))
  }
}
