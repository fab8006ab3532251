/// The largest of many numbers, kept exactly. The same in whatever order they come.
struct LargestValues: Sendable, Hashable {
  /// How many are kept.
  static let capacity = 1_000

  private var values: [Int64] = []
  /// What isn't above this is not among the largest.
  private var bound = Int64.min

  mutating func add(_ value: Int64) {
    guard value > bound || values.count < Self.capacity else { return }
    values.append(value)
    if values.count >= 2 * Self.capacity { trim() }
  }

  /// Drops all but the largest, whose order is left open.
  private mutating func trim() {
    guard values.count > Self.capacity else { return }
    selectLargest()
    values.removeLast(values.count - Self.capacity)
    bound = values.reduce(.max, min)
  }

  /// Moves the largest to the front: selection by partition (Hoare 1961), linear where sorting is
  /// not.
  private mutating func selectLargest() {
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[(low + high) / 2]
      var (left, right) = (low, high)
      while left <= right {
        while values[left] > pivot { left += 1 }
        while values[right] < pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if Self.capacity - 1 <= right {
        high = right
      } else if Self.capacity - 1 >= left {
        low = left
      } else {
        return
      }
    }
  }

  mutating func merge(_ other: LargestValues) { for value in other.values { add(value) } }

  /// The values, largest first.
  var sorted: [Int64] { Array(values.sorted(by: >).prefix(Self.capacity)) }

  mutating func code(_ coder: inout some WordCoder) {
    values = sorted
    var count = values.count
    coder.code(&count)
    count = max(0, min(count, Self.capacity))
    if values.count != count { values = [Int64](repeating: 0, count: count) }
    for place in 0..<count { coder.code(&values[place]) }
    if count == Self.capacity { bound = values.reduce(.max, min) }
  }

  static func == (left: LargestValues, right: LargestValues) -> Bool {
    left.sorted == right.sorted
  }

  func hash(into hasher: inout Hasher) { hasher.combine(sorted) }
}
