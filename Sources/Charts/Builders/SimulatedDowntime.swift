import OutageSimulation
import Quantities
import Reports

/// The downtime of the windows that a simulation looked at: those of a second length where they were
/// asked for, else its replications.
struct SimulatedDowntime {
  let name: String
  let estimates: DowntimeEstimates
  /// How long the windows are, and what people call that.
  let length: Duration
  let window: WindowName
  /// True where the windows are whole replications.
  let isOfHistories: Bool
  /// How many windows were looked at.
  let count: Int
  /// Downtimes whose excess was counted, whatever the curve says.
  private let counted: [Exceedance]
  /// P(no downtime in one).
  let clean: Estimate?
  /// Simulated, how often, from which seed.
  let method: String

  /// Of whole histories where true is given, though windows were asked for. Throws
  /// ``ChartError/noDowntime(of:windows:)``.
  init(_ result: SimulationResult, ofHistories isWhole: Bool) throws(ChartError) {
    name = result.name
    let windows = isWhole ? nil : result.windows
    isOfHistories = windows == nil
    counted = windows == nil ? result.exceedances : []
    count = result.replications * (windows?.count ?? 1)
    guard let estimates = windows?.downtime ?? result.downtime, estimates.leastShare > 0 else {
      throw .noDowntime(of: result.name, windows: count)
    }
    self.estimates = estimates
    length = windows?.window.length ?? result.horizon
    window = WindowName(length)
    clean = windows?.clean ?? result.clean
    method = """
      \(ChartAxis.grouped(count)) simulated \(window.many), seed \(result.seed), \
      \(result.sampling.rawValue) sampling\(Self.conditions(result))
      """
  }

  /// `in a month`
  var inWindow: String { window.inOne }

  /// What counts and how it begins, where that is not as usual.
  private static func conditions(_ result: SimulationResult) -> String {
    let level = result.countsBelow.map {
      ", a level below \(HumanFigures.number($0 * 100, digits: 15))% counts as down"
    }
    let start = result.start == .up ? ", all new at the beginning" : ""
    return (level ?? "") + start
  }

  /// True for a downtime that is all of the window.
  func isWhole(_ seconds: Double) -> Bool { seconds >= length.seconds * (1 - 1e-12) }

  /// P(downtime > `seconds`).
  func exceeding(_ seconds: Double) -> Estimate {
    estimates.exceedance(of: (try? Duration(seconds: max(0, seconds))) ?? .zero).probability
  }

  /// P(downtime > `seconds`) as it was counted, where that was asked for.
  func told(_ seconds: Double) -> Estimate {
    let same = counted.first { abs($0.downtime.seconds - seconds) < 0.5e-9 }
    return same?.probability ?? exceeding(seconds)
  }

  /// P(`low` < downtime <= `high`), both in seconds.
  func share(above low: Double, atMost high: Double) -> Estimate {
    let ends = [low, high].map { (try? Duration(seconds: max(0, $0))) ?? .zero }
    return estimates.share(above: ends[0], atMost: ends[1])
  }
}
