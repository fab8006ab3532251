/// Removes rows of numbers than which another is at least as small in every column.
///
/// Cost: n log n comparisons for two columns, for three as much and the moves of a sorted array, for
/// more columns up to 200 n. There a row may stay that only rows far away in the first column beat:
/// more to look at for whoever searches, but no answer lost.
struct Dominance: Sendable {
  /// The number of columns, 2 or more.
  let width: Int

  /// How many rows before it one is compared with where columns are many.
  private static let reach = 200

  /// The rows that stay, by the order of their numbers; of equal ones the first.
  func undominated(_ values: [Double]) -> [Int] {
    let sorted = (0..<(values.count / width)).sorted { precedes($0, $1, values) }
    switch width {
    case 2: return sweep(sorted, values)
    case 3: return sweepStairs(sorted, values)
    default: return scan(sorted, values)
    }
  }

  private func precedes(_ left: Int, _ right: Int, _ values: [Double]) -> Bool {
    for column in 0..<width {
      let (a, b) = (values[left * width + column], values[right * width + column])
      if a != b { return a < b }
    }
    return left < right
  }

  private func sweep(_ sorted: [Int], _ values: [Double]) -> [Int] {
    var least = Double.infinity
    return sorted.filter { row in
      guard values[row * 2 + 1] < least else { return false }
      least = values[row * 2 + 1]
      return true
    }
  }

  private func sweepStairs(_ sorted: [Int], _ values: [Double]) -> [Int] {
    var stairs = Stairs()
    return sorted.filter { stairs.add(values[$0 * 3 + 1], values[$0 * 3 + 2]) }
  }

  private func scan(_ sorted: [Int], _ values: [Double]) -> [Int] {
    var kept: [Int] = []
    for row in sorted {
      let near = kept.suffix(Self.reach)
      if !near.reversed().contains(where: { isCovered(row, by: $0, values) }) { kept.append(row) }
    }
    return kept
  }

  private func isCovered(_ row: Int, by other: Int, _ values: [Double]) -> Bool {
    for column in 0..<width where values[other * width + column] > values[row * width + column] {
      return false
    }
    return true
  }
}

/// The lower left border of some points: from left to right each is lower than the one before.
private struct Stairs {
  private var across: [Double] = []
  private var up: [Double] = []

  /// Adds a point; false when another is at least as far left and as low.
  mutating func add(_ x: Double, _ y: Double) -> Bool {
    let end = firstIndex(beyond: x)
    if end > 0, up[end - 1] <= y { return false }
    var start = end
    while start > 0, across[start - 1] == x { start -= 1 }
    var stop = end
    while stop < up.count, up[stop] >= y { stop += 1 }
    across.replaceSubrange(start..<stop, with: CollectionOfOne(x))
    up.replaceSubrange(start..<stop, with: CollectionOfOne(y))
    return true
  }

  private func firstIndex(beyond x: Double) -> Int {
    var (low, high) = (0, across.count)
    while low < high {
      let middle = (low + high) / 2
      if across[middle] > x { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
