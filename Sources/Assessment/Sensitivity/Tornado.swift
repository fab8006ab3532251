import Quantities
import StructureFunctions
import Topology

/// One input, and the topologies in which it alone is changed.
public struct InputChange: Sendable {
  /// What it is called: `web.mttr`.
  public let name: String
  /// Its value as people write it.
  public let text: String
  /// True where it is believed rather than known, and its ends are those of what is believed.
  public let isBelief: Bool
  /// The topology at the lower end, and at the upper end where true is asked for; nil where there is
  /// none.
  public let topology: @Sendable (_ isHigh: Bool) -> Topology?

  /// The changes of the input `name`.
  public init(
    _ name: String, text: String, isBelief: Bool,
    topology: @escaping @Sendable (_ isHigh: Bool) -> Topology?
  ) {
    self.name = name
    self.text = text
    self.isBelief = isBelief
    self.topology = topology
  }
}

/// How much the downtime of something changes with each input, one at a time: most first.
public struct Tornado: Sendable, Hashable {
  /// What one input does.
  public struct Bar: Sendable, Hashable {
    /// What the input is called.
    public let name: String
    /// Its value as people write it.
    public let text: String
    /// True where it is believed rather than known.
    public let isBelief: Bool
    /// The unavailability at the lower end, exact; nil where that can't be.
    public let low: Double?
    /// The unavailability at the upper end, exact; nil where that can't be.
    public let high: Double?

    /// From the least to the most unavailability, `now` being that without a change.
    public func swing(around now: Double) -> Double {
      let all = [now, low ?? now, high ?? now]
      return (all.max() ?? now) - (all.min() ?? now)
    }
  }

  /// What is asked about.
  public let name: String
  /// The unavailability without a change, exact.
  public let unavailability: Double
  /// The inputs that change it, most first.
  public let bars: [Bar]
  /// The names of the inputs that don't.
  public let withoutEffect: [String]
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]

  /// Seconds a year of 365 d that something at this unavailability is down more than now.
  public func secondsPerYear(_ unavailability: Double) -> Double {
    (unavailability - self.unavailability) * Duration.years(1).seconds
  }
}

extension Assessor {
  /// Changes `inputs` one at a time and ranks them by what that does to the downtime of `name`.
  ///
  /// Exact, or refused. Cost: that of ``availability(of:)`` twice for each input. Nil when the
  /// surrounding task was cancelled. Throws ``AssessmentError``.
  public func tornado(
    of name: String, over inputs: [InputChange]
  ) async throws(AssessmentError) -> Tornado? {
    let now = try exact(name)
    var bars: [Tornado.Bar] = []
    for input in inputs {
      if Task.isCancelled { return nil }
      bars.append(
        Tornado.Bar(
          name: input.name, text: input.text, isBelief: input.isBelief,
          low: Self.unavailability(of: name, input.topology(false)),
          high: Self.unavailability(of: name, input.topology(true))))
      await Task.yield()
    }
    let unavailability = now.availability.complement
    // Below one part in 10^12 a change is rounding.
    let least = 1e-12 * unavailability
    let moving = bars.filter { $0.swing(around: unavailability) > least }
    return Tornado(
      name: name, unavailability: unavailability,
      bars: moving.sorted { $0.swing(around: unavailability) > $1.swing(around: unavailability) },
      withoutEffect: bars.filter { $0.swing(around: unavailability) <= least }.map(\.name),
      assumptions: now.assumptions)
  }

  private func exact(_ name: String) throws(AssessmentError) -> AvailabilityAnswer {
    do throws(StructureFunctionError) {
      return try availability(of: name)
    } catch {
      throw error.leavesSimulation
        ? .importance(of: name, error, causes: simulationFlaw(name)) : .exact(error)
    }
  }

  private static func unavailability(of name: String, _ topology: Topology?) -> Double? {
    topology.flatMap { try? Assessor($0).availability(of: name).availability.complement }
  }
}
