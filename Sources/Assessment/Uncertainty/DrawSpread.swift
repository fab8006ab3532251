import OutageSimulation
import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How far draws lie apart, on the scale of log U.
struct DrawSpread {
  /// The standard deviation between draws, what their own errors add left out.
  let deviation: Double
  /// Whether draws differ by more than their own errors explain, at four standard deviations.
  let isSignificant: Bool
  /// The draws' own relative error, the root of its mean square: what moves them by less stays hidden.
  let error: Double

  /// Nil where too few draws saw an outage to tell.
  init?(_ results: [SimulationResult]) {
    let means = results.compactMap { $0.downtime?.mean }.filter { $0.value > 0 }
    guard means.count > 8 else { return nil }
    let count = Double(means.count)
    let logs = means.map { log($0.value) }
    let centre = logs.reduce(0, +) / count
    let total = logs.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / (count - 1)
    let own = means.reduce(0) { $0 + pow($1.relativeError ?? 0, 2) } / count
    error = own.squareRoot()
    deviation = max(0, total - own).squareRoot()
    isSignificant = total > own * (1 + 4 * (2 / (count - 1)).squareRoot())
  }
}
