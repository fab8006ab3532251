import Quantities
import RandomStreams

/// One history of a system, outage by outage.
public struct OutageHistory: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// How long the history is.
  public let horizon: Duration
  /// Which one of the histories it is, 0 or more.
  public let number: Int
  /// Where the random numbers began.
  public let seed: UInt64
  /// The outages, by their beginnings; those that cross an edge of the history are cut there.
  public let outages: [Outage]
  /// What it rests on, a sentence each.
  public let assumptions: [String]

  /// One outage.
  public struct Outage: Sendable, Hashable {
    /// When it begins, from the beginning of the history on.
    public let start: Duration
    /// When it ends.
    public let end: Duration
    /// What began it: a component's name; nil where the service is never up.
    public let cause: String?

    /// How long it lasts, to the nanosecond.
    public var length: Duration {
      (try? Duration(seconds: max(0, end.seconds - start.seconds))) ?? .zero
    }
  }

  /// All of the downtime.
  public var downtime: Duration { outages.reduce(.zero) { $0 + $1.length } }
}

extension OutageSimulation {
  /// The history of a number, 0 or more: equal requests with equal seeds have equal histories, on any
  /// number of processors. Where sampling is plain it is one of those that a run draws, the first of
  /// the block of that number; it is drawn plainly in any case.
  ///
  /// Cost: that of one replication, and of setting the sampler up. Throws ``SimulationError/law(_:)``.
  public func history(number: Int = 0) throws(SimulationError) -> OutageHistory {
    let causes = self.causes ?? OutageCauses(system.network)
    let intervals = try intervals(number: max(0, number))
    return OutageHistory(
      name: header.name, horizon: .ticks(header.plan.horizon), number: max(0, number),
      seed: header.seed,
      outages: intervals.sorted { $0.start < $1.start }.map { interval in
        let cause = interval.component < 0 ? nil : Int(interval.component)
        return OutageHistory.Outage(
          start: .ticks(interval.start), end: .ticks(interval.end),
          cause: cause.map { causes.names[Int(causes.causeOfComponent[$0])] })
      }, assumptions: header.assumptions)
  }

  /// The first history with an outage among `limit`, from number 0 on; nil where none has one. Such a
  /// history is worse than most where outages are rare. Throws ``SimulationError/law(_:)``.
  public func firstHistoryWithOutage(
    among limit: Int = 1_000
  ) throws(SimulationError) -> OutageHistory? {
    for number in 0..<max(0, limit) {
      let history = try history(number: number)
      if !history.outages.isEmpty { return history }
    }
    return nil
  }

  private func intervals(number: Int) throws(SimulationError) -> [DownInterval] {
    var plan = header.plan
    plan.keepsIntervals = true
    plan.isConditioned = false
    do throws(RandomStreamError) {
      var sampler = try HistorySampler(
        system, plan, causeOfComponent: causes?.causeOfComponent ?? [])
      sampler.pool.restart(seed: header.seed, block: UInt64(number))
      sampler.recorder.restart(seed: header.seed, block: UInt64(number))
      let isSteady = header.start == .steady
      if let screen = system.screen {
        sampler.drawSuperposed(screen, replications: 1, isSteady: isSteady)
      } else {
        sampler.drawRenewals(replications: 1, isSteady: isSteady)
      }
      return sampler.recorder.intervals
    } catch {
      throw .law(error.description)
    }
  }
}
