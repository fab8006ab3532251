/// Lengths of time, above 0, as percentiles need them: all by bucket, the largest by value. Exact to
/// merge, in any order.
struct LengthTally: Sendable, Hashable {
  private(set) var histogram = LengthHistogram()
  private(set) var largest = LargestValues()

  mutating func add(_ length: Int64) {
    histogram.add(length)
    largest.add(length)
  }

  mutating func merge(_ other: LengthTally) {
    histogram.merge(other.histogram)
    largest.merge(other.largest)
  }

  mutating func code(_ coder: inout some WordCoder) {
    histogram.code(&coder)
    largest.code(&coder)
  }
}
