import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// One second on the clock of a replication.
let second: Int64 = 1_000_000_000

/// A rule, as the factory makes it, that is tried on histories.
struct RuleTrial {
  let rule: any HistoryRule
  private let variates: LawCatalogue

  /// The component that stands for the rule.
  static let cause: Int32 = 99

  init(_ kind: TimedPart.Kind) throws {
    var laws = LawCatalogue()
    rule = try #require(kind.rule(&laws))
    variates = laws
  }

  /// The random numbers of one replication.
  func pool(seed: UInt64 = 1) throws -> VariatePool {
    var pool = try VariatePool(variates)
    pool.restart(seed: seed, block: 0)
    return pool
  }

  /// What comes of the operands, up to a number of seconds.
  func follow(
    _ operands: [LevelHistory], until seconds: Int64 = 100, seed: UInt64 = 1
  ) throws -> LevelHistory {
    var pool = try pool(seed: seed)
    return follow(operands, until: seconds, &pool)
  }

  /// What comes of the operands with the numbers that come next.
  func follow(
    _ operands: [LevelHistory], until seconds: Int64, _ pool: inout VariatePool
  ) -> LevelHistory {
    var result = LevelHistory()
    result.base = rule.base(of: operands)
    rule.follow(operands, until: seconds * second, cause: Self.cause, &pool, into: &result)
    return result
  }

  /// The spans that come of one operand.
  func spans(_ operand: LevelHistory, until seconds: Int64 = 100) throws -> [LevelHistory.Span] {
    try follow([operand], until: seconds).spans
  }

  /// The spans that come of two operands.
  func spans(
    _ first: LevelHistory, _ second: LevelHistory, until seconds: Int64 = 100
  ) throws -> [LevelHistory.Span] {
    try follow([first, second], until: seconds).spans
  }
}

extension LevelHistory {
  /// A history of given spans, whose outages are those below a level.
  init(_ spans: [Span], downBelow: Double = 1e-9, base: Double = 1) {
    self.init()
    self.base = base
    self.downBelow = downBelow
    for span in spans {
      append(from: span.start, to: span.end, level: span.level, cause: span.cause)
    }
  }

  /// A component that is down between some seconds.
  init(down outages: [(start: Int64, end: Int64)], by cause: Int32 = 1) {
    self.init(outages.map { .down($0.start, $0.end, by: cause) })
  }

  /// A level for each tick.
  init(_ levels: [Double], tick: Int64 = second, downBelow: Double = 1e-9, cause: Int32 = 1) {
    self.init()
    self.downBelow = downBelow
    for (place, level) in levels.enumerated() {
      let start = Int64(place) * tick
      append(from: start, to: start + tick, level: level, cause: cause)
    }
  }

  /// The level in each of so many ticks; nil when it changes within one.
  func levels(_ count: Int, tick: Int64 = second) -> [Double]? {
    var levels = [Double](repeating: base, count: count)
    for span in spans {
      guard span.start % tick == 0, span.end % tick == 0 else { return nil }
      for place in span.start / tick..<span.end / tick { levels[Int(place)] = span.level }
    }
    return levels
  }

  /// True when spans are not empty, in order, apart or of different levels, and off the base.
  var isWellFormed: Bool {
    spans.allSatisfy { $0.start < $0.end && $0.level != base }
      && zip(spans, spans.dropFirst()).allSatisfy {
        $0.end < $1.start || $0.end == $1.start && $0.level != $1.level
      }
  }
}

extension LevelHistory.Span {
  /// No service between two seconds.
  static func down(_ start: Int64, _ end: Int64, by cause: Int32 = 1) -> Self {
    .at(0, start, end, by: cause)
  }

  /// A level between two seconds.
  static func at(_ level: Double, _ start: Int64, _ end: Int64, by cause: Int32 = 1) -> Self {
    .init(start: start * second, end: end * second, level: level, cause: cause)
  }
}
