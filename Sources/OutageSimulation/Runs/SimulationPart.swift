/// What one shard of a simulation found: a file that describes itself and knows when it was altered.
public struct SimulationPart: Sendable {
  let header: SimulationHeader
  /// Replications of all shards together.
  let runs: Int
  let shard: Shard
  let tally: OutageTally

  /// Which of how many shards this is.
  public var number: Int { shard.number }
}

extension OutageSimulation {
  /// Runs the blocks of one shard; nil when cancelled. Throws ``SimulationError/shardNeedsRuns`` unless
  /// the request names a number of runs, and ``SimulationError/shardContracts`` where it names promises.
  public func part(
    _ shard: Shard, progress: (@Sendable (SimulationProgress) -> Void)? = nil
  ) async throws(SimulationError) -> SimulationPart? {
    guard request.contracts.isEmpty else { throw .shardContracts }
    guard let runs else { throw .shardNeedsRuns }
    let blocks = shard.blocks(of: header.blocks(for: runs))
    var runner = WaveRunner(self, blocks: blocks, progress: progress)
    guard await runner.run() == .runs else { return nil }
    var header = header
    header.fingerprint = Fingerprint(header, system).value
    return SimulationPart(header: header, runs: runs, shard: shard, tally: runner.tally)
  }
}

extension Shard {
  /// This shard's share of so many blocks.
  func blocks(of count: UInt64) -> Range<UInt64> {
    func edge(_ place: Int) -> UInt64 {
      let product = count.multipliedFullWidth(by: UInt64(place))
      return UInt64(self.count).dividingFullWidth((product.high, product.low)).quotient
    }
    return edge(number - 1)..<edge(number)
  }
}

extension SimulationPart {
  /// Parts by the names of their files, as one result: the same to the last bit as that of a run
  /// that was not sharded. Throws ``MergeError``.
  public static func merge(
    _ parts: [(name: String, part: SimulationPart)]
  ) throws(MergeError) -> SimulationResult {
    guard let first = parts.first else { throw .nothing }
    var files = [String?](repeating: nil, count: first.part.shard.count)
    var tally = OutageTally(first.part.header.plan)
    for (name, part) in parts {
      try part.checkFits(first.part, name: name, first.name)
      if let other = files[part.number - 1] { throw .twice(part.number, other, name) }
      files[part.number - 1] = name
      tally.merge(part.tally)
    }
    let missing = files.indices.filter { files[$0] == nil }.map { $0 + 1 }
    guard missing.isEmpty else { throw .missing(missing, of: files.count) }
    return SimulationResult(first.part.header, tally, ending: .runs)
  }

  private func checkFits(
    _ other: SimulationPart, name: String, _ otherName: String
  ) throws(MergeError) {
    func mixed(_ what: String) -> MergeError { .mixed(what, name, otherName) }
    guard header.fingerprint == other.header.fingerprint else { throw mixed("model or question") }
    guard header.seed == other.header.seed else { throw mixed("seed") }
    guard runs == other.runs else { throw mixed("number of runs") }
    guard shard.count == other.shard.count else { throw mixed("number of shards") }
    guard header == other.header else { throw mixed("model or question") }
  }
}

/// Why parts don't make a whole.
public enum MergeError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No parts.
  case nothing
  /// Two parts differ in something, which are named.
  case mixed(String, String, String)
  /// One shard in two files.
  case twice(Int, String, String)
  /// Shards without a file.
  case missing([Int], of: Int)

  /// One sentence for people, with the shards to run again.
  public var description: String {
    switch self {
    case .nothing: "there are no parts to merge"
    case .mixed(let what, let file, let other):
      "\(file) and \(other) differ in their \(what); merge parts of one simulation"
    case .twice(let shard, let file, let other):
      "\(file) and \(other) both hold shard \(shard); leave one of them out"
    case .missing(let shards, let count):
      "\(shards.count == 1 ? "shard" : "shards") "
        + Self.list(shards) + " of \(count) \(shards.count == 1 ? "is" : "are")"
        + " missing; run again --shard "
        + Self.list(shards.map { "\($0)/\(count)" })
    }
  }

  private static func list(_ items: [some CustomStringConvertible]) -> String {
    let shown = items.prefix(20).map(\.description).joined(separator: ", ")
    return items.count > 20 ? "\(shown) and \(items.count - 20) more" : shown
  }
}
