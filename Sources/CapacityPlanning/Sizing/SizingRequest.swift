import OutageSimulation
import Quantities

/// How the simulations of a search are done.
public struct SizingRequest: Sendable, Hashable {
  /// Seed, threads, sampling and start of every simulation: all candidates are drawn from the same seed.
  public var simulation = SimulationRequest()
  /// How long one decision may take, above 0.
  public var limit = Duration.seconds(10)

  /// The usual request.
  public init() {}
}
