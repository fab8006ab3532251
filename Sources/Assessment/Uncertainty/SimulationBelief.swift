import InputUncertainty
import OutageSimulation
import Quantities

/// How far simulated figures are known, where their inputs are believed rather than known: 90 %
/// intervals over draws of the inputs, each simulated by itself, beside the figures at the medians.
public struct SimulationBelief: Sendable, Hashable {
  /// How many inputs are believed.
  public let inputs: Int
  /// How many draws were simulated.
  public let draws: Int
  /// The relative standard error of a draw's mean downtime, which widens the intervals: the median of
  /// the draws.
  public let error: Double?
  /// Of the mean downtime of a replication, in seconds.
  public let mean: CredibleInterval
  /// Of the downtime that half of the replications exceed, in seconds.
  public let p50: CredibleInterval
  /// Of the downtime that the worst 10 % exceed, in seconds.
  public let p90: CredibleInterval
  /// Of the downtime that the worst 5 % exceed, in seconds.
  public let p95: CredibleInterval
  /// Of the downtime that the worst 1 % exceed, in seconds; rough, since a draw sees few of those.
  public let p99: CredibleInterval
  /// Of the number of outages that touch a replication.
  public let outages: CredibleInterval
  /// Of P(no outage in a replication).
  public let clean: CredibleInterval
  /// Of P(downtime > threshold), for each threshold asked.
  public let exceedances: [CredibleInterval]
  /// How much each input matters to the logarithm of the mean downtime, the largest share first.
  public let influences: [InputInfluence]

  /// Of 128 draws or more.
  init(_ results: [SimulationResult], _ sample: InputSample) {
    func interval(_ figure: (SimulationResult) -> Double?) -> CredibleInterval {
      CredibleInterval(of: results.map { figure($0) ?? 0 })
    }
    inputs = sample.inputs.count
    draws = results.count
    error = Self.error(of: results)
    mean = interval { $0.downtime?.mean.value }
    p50 = interval { $0.downtime?.p50.value }
    p90 = interval { $0.downtime?.p90.value }
    p95 = interval { $0.downtime?.p95.value }
    p99 = interval { $0.downtime?.p99.value }
    outages = interval { $0.outages?.value }
    clean = interval { $0.clean?.value ?? 1 }
    let thresholds = results[0].exceedances.count
    exceedances = (0..<thresholds).map { place in
      interval { $0.exceedances[place].probability.value }
    }
    influences = sample.influences(of: results.map { $0.downtime?.mean.value ?? 0 })
  }

  /// The median over draws of the relative error of their mean downtime; nil when none is known.
  static func error(of results: [SimulationResult]) -> Double? {
    let errors = results.compactMap { $0.downtime?.mean.relativeError }.sorted()
    return errors.isEmpty ? nil : errors[errors.count / 2]
  }
}
