import Nines

/// What a simulation costs to run, its preparation apart.
public struct SimulationCost: Sendable {
  /// What was found.
  public let result: SimulationResult
  /// Seconds of processor time, all threads together.
  public let processor: Double
  /// Seconds on the wall.
  public let wall: Double

  /// Runs a simulation. It should be the only work of the process.
  public init(of simulation: OutageSimulation) async {
    let began = (processor: ProcessorTime.process, wall: ProcessorTime.wall)
    result = await simulation.run()
    processor = ProcessorTime.process - began.processor
    wall = ProcessorTime.wall - began.wall
  }

  /// Replications a second of processor time.
  public var rate: Double { Double(result.replications) / processor }
}

extension Topology {
  /// Failures of all components expected in a replication of so long, domains and copies included.
  /// Throws what the exact engine throws.
  public func failures(of name: String, in horizon: Duration) throws -> Double {
    let network = try ComponentNetwork(self, of: name, atLeast: [1])
    let perSecond = network.rowOfComponent.reduce(0.0) { sum, row in
      sum + (network.rows[row].component.failureFrequency?.perSecond ?? 0)
    }
    return perSecond * horizon.seconds
  }
}
