import TestSupport

@testable import OutageSimulation

/// Levels second by second, made up at random.
struct RandomHistory {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// What a level is below while the thing is down.
  static let downBelow = 0.5

  /// So many seconds of a component: runs of 1 to `longest` up and down, from either on.
  mutating func component(_ count: Int, longest: Int = 9) -> [Double] {
    levels(count, longest: longest, among: [0, 1])
  }

  /// So many seconds of something with levels: two at which it is down and two at which it is not.
  mutating func service(_ count: Int, longest: Int = 9) -> [Double] {
    levels(count, longest: longest, among: [0, 0.25, 0.75, 1])
  }

  /// Equal levels may follow each other, and runs then touch.
  private mutating func levels(_ count: Int, longest: Int, among levels: [Double]) -> [Double] {
    var result: [Double] = []
    while result.count < count {
      let level = levels[number(0...levels.count - 1)]
      result += [Double](repeating: level, count: number(1...longest))
    }
    return Array(result.prefix(count))
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  /// One of some values.
  mutating func one<Value>(of values: [Value]) -> Value { values[number(0...values.count - 1)] }
}

extension [Double] {
  /// The levels as a history with outages below the common threshold.
  var history: LevelHistory { LevelHistory(self, downBelow: RandomHistory.downBelow) }
}
