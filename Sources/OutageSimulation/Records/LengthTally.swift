/// Lengths of time, above 0, as percentiles need them: round ones by value, all others by bucket, and
/// the largest by value too. Exact to merge, in any order.
struct LengthTally: Sendable, Hashable {
  private(set) var round = RoundLengths()
  /// What is not among the round ones.
  private(set) var histogram = LengthHistogram()
  private(set) var largest = LargestValues()

  mutating func add(_ length: Int64) {
    largest.add(length)
    if RoundLengths.contains(length) {
      addRound(length, count: 1)
    } else {
      histogram.add(length)
    }
  }

  private mutating func addRound(_ length: Int64, count: UInt64) {
    guard let displaced = round.add(length, count: count) else { return }
    histogram.add(displaced.value, count: displaced.count)
  }

  mutating func merge(_ other: LengthTally) {
    histogram.merge(other.histogram)
    for atom in other.round.atoms { addRound(atom.value, count: atom.count) }
    largest.merge(other.largest)
  }

  mutating func code(_ coder: inout some WordCoder) {
    round.code(&coder)
    histogram.code(&coder)
    largest.code(&coder)
  }
}
