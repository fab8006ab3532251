import Quantities

/// What a tally is a tally of: all that is needed to make its figures, and to tell whether two
/// tallies belong together.
struct SimulationHeader: Sendable, Hashable {
  var name: String
  var plan: OutageRecorder.Plan
  var seed: UInt64
  var sampling: SimulationRequest.Sampling
  var start: SimulationRequest.Start
  /// The levels recorded, ascending, 0 first; empty for none.
  var levels: [Double]
  /// The place in `levels` of the fullest that can occur.
  var fullest: Int
  /// The level under which the service counts as down, where one was asked.
  var countsBelow: Double?
  /// The names of the causes.
  var causes: [String]
  /// The names of the queues whose delays are recorded.
  var queues: [String]
  /// The second window as asked.
  var window: Window?
  /// What conditioned figures are scaled by, ν T + U; 1 where sampling is plain.
  var scale: Double
  /// Replications in a block.
  var blockSize: Int
  /// What the model and the question come to, equal for equal ones; 0 outside of parts, which alone
  /// are compared.
  var fingerprint: UInt64
  /// What the figures rest on.
  var assumptions: [String]

  /// The fullest level that can occur, of those recorded.
  var fullestLevel: Double { levels.indices.contains(fullest) ? levels[fullest] : 1 }

  /// The blocks that hold so many replications.
  func blocks(for runs: Int) -> UInt64 { UInt64((runs + blockSize - 1) / blockSize) }
}
