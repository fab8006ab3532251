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

  private mutating func trim() {
    values.sort(by: >)
    if values.count > Self.capacity { values.removeLast(values.count - Self.capacity) }
    if values.count == Self.capacity { bound = values[Self.capacity - 1] }
  }

  mutating func merge(_ other: LargestValues) { for value in other.values { add(value) } }

  /// The values, largest first.
  var sorted: [Int64] { Array(values.sorted(by: >).prefix(Self.capacity)) }

  mutating func code(_ coder: inout some WordCoder) {
    trim()
    var count = values.count
    coder.code(&count)
    count = max(0, min(count, Self.capacity))
    if values.count != count { values = [Int64](repeating: 0, count: count) }
    for place in 0..<count { coder.code(&values[place]) }
    trim()
  }

  static func == (left: LargestValues, right: LargestValues) -> Bool {
    left.sorted == right.sorted
  }

  func hash(into hasher: inout Hasher) { hasher.combine(sorted) }
}
