import OutageSimulation
import Quantities
import Reports

/// The downtime of the windows that a simulation looked at: those of a second length where they were
/// asked for, else its replications.
struct SimulatedDowntime {
  let name: String
  let estimates: DowntimeEstimates
  let window: WindowName
  /// How many windows were looked at.
  let count: Int
  /// P(no downtime in one).
  let clean: Estimate?
  /// Simulated, how often, from which seed.
  let method: String

  /// Of whole histories where true is given, though windows were asked for. Throws
  /// ``ChartError/noDowntime(of:windows:)``.
  init(_ result: SimulationResult, ofHistories isWhole: Bool) throws(ChartError) {
    name = result.name
    let windows = isWhole ? nil : result.windows
    count = result.replications * (windows?.count ?? 1)
    guard let estimates = windows?.downtime ?? result.downtime, estimates.leastShare > 0 else {
      throw .noDowntime(of: result.name, windows: count)
    }
    self.estimates = estimates
    window = WindowName(windows?.window.length ?? result.horizon)
    clean = windows?.clean ?? result.clean
    method = """
      \(ChartAxis.grouped(count)) simulated \(window.many), seed \(result.seed), \
      \(result.sampling.rawValue) sampling
      """
  }

  /// `in a month`
  var inWindow: String { window.one.hasPrefix("in ") ? window.one : "in \(window.one)" }

  /// P(downtime > `seconds`).
  func exceeding(_ seconds: Double) -> Estimate {
    estimates.exceedance(of: (try? Duration(seconds: max(0, seconds))) ?? .zero).probability
  }

  /// P(`low` < downtime <= `high`), both in seconds.
  func share(above low: Double, atMost high: Double) -> Estimate {
    let ends = [low, high].map { (try? Duration(seconds: max(0, $0))) ?? .zero }
    return estimates.share(above: ends[0], atMost: ends[1])
  }
}
