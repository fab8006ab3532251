import OutageSimulation
import Quantities
import StructureFunctions

/// The errors of simulated figures, which an ``AvailabilityAnswer`` holds beside the figures
/// themselves. Errors of sums are bounded by the sums of their terms' errors.
public struct AvailabilityEstimates: Sendable, Hashable {
  /// P(not down).
  public let availability: Estimate
  /// P(down).
  public let unavailability: Estimate
  /// The number of nines; nil where no outage was seen.
  public let nines: Estimate?
  /// P(full service).
  public let full: Estimate
  /// The mean level.
  public let expectedLevel: Estimate
  /// For each of the answer's levels.
  public let levels: [LevelEstimates]
  /// Outages in a year of 365 d.
  public let outagesPerYear: Estimate?
  /// The mean length of an outage, in seconds; nil where none was seen.
  public let meanOutage: Estimate?
  /// The mean time between outages, in seconds; nil where none was seen.
  public let meanUptime: Estimate?
  /// The simulation that they come from.
  public let result: SimulationResult
}

/// How likely a level is.
public struct LevelEstimates: Sendable, Hashable {
  /// P(exactly this level).
  public let probability: Estimate
  /// P(at least this level).
  public let atLeast: Estimate
  /// P(less than this level).
  public let less: Estimate
}

extension AvailabilityEstimates {
  /// The figures of steady windows, whose mean downtime is U times their length; `levels` are those
  /// above 0 that may occur. Without `isTimed` outages can't be counted. Nil when nothing was drawn.
  init?(_ result: SimulationResult, levels: [Double], isTimed: Bool) {
    guard let downtime = result.downtime?.mean else { return nil }
    let share = downtime.scaled(by: 1 / result.horizon.seconds)
    unavailability = share.value == 0 && result.ending == .error ? .exactly(0) : share
    availability = unavailability.complement
    nines = Self.nines(unavailability)
    let top = levels.last ?? 0
    self.levels = Self.levels(result, otherwise: unavailability)
    full =
      top > 1 - StructureFunction.levelTolerance
      ? self.levels.last?.probability ?? .exactly(0) : .exactly(0)
    expectedLevel = result.lostService?.complement ?? availability.scaled(by: top)
    let cycle = isTimed ? SimulatedCycle(result) : nil
    outagesPerYear = cycle?.outagesPerYear
    meanOutage = cycle?.meanOutage
    meanUptime = cycle?.meanUptime
    self.result = result
  }

  /// -log10 U, whose slope is -1 / (U ln 10).
  private static func nines(_ share: Estimate) -> Estimate? {
    guard share.value > 0 else { return nil }
    return share.mapped(slope: -1 / (share.value * 2.302_585_092_994_046)) {
      Probability(uncheckedValue: 1 - $0, complement: $0).nines
    }
  }

  /// The levels above 0 where their times were recorded, else the only one.
  private static func levels(
    _ result: SimulationResult, otherwise down: Estimate
  ) -> [LevelEstimates] {
    guard result.levels.count > 1 else {
      return [LevelEstimates(probability: down.complement, atLeast: down.complement, less: down)]
    }
    var less = result.levels[0].share
    var rows: [LevelEstimates] = []
    for level in result.levels.dropFirst() {
      rows.append(
        LevelEstimates(probability: level.share, atLeast: less.complement, less: less))
      less = less.adding(level.share)
    }
    return rows
  }
}

/// Outages and the times between them, from the number of outages N that touch a window of the
/// length T and its downtime D. Of those nu T begin in it and U are under way at its start:
/// E N = nu T + U.
struct SimulatedCycle {
  let outagesPerYear: Estimate
  let meanOutage: Estimate
  let meanUptime: Estimate

  /// Nil when no outage was seen.
  init?(_ result: SimulationResult) {
    guard let touching = result.outages, let down = result.downtime?.mean,
      let cut = result.outageLengths?.mean, touching.value > 0
    else { return nil }
    let window = result.horizon.seconds
    let begun = touching.subtracting(down.scaled(by: 1 / window))
    guard begun.value > 0 else { return nil }
    outagesPerYear = begun.scaled(by: Duration.years(1).seconds / window)
    // D / (N - D / T) as a function of the ratio D / N, whose error is known.
    let rest = 1 - cut.value / window
    meanOutage = cut.mapped(slope: 1 / (rest * rest)) { $0 / (1 - $0 / window) }
    let up = window - down.value
    meanUptime = begun.mapped(slope: -up / (begun.value * begun.value)) { up / $0 }
  }
}
