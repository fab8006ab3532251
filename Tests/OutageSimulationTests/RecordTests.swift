import Quantities
import Testing

@testable import OutageSimulation

@Suite("Records are exact and merge in any order")
struct RecordTests {
  /// Lengths over nineteen powers of two, by a fixed rule.
  private let lengths: [Int64] = (1...5_000).map { place in
    let word = UInt64(place) &* 0x9e37_79b9_7f4a_7c15
    return Int64(word >> (1 + word % 60)) | 1
  }

  @Test("sums of squares beyond 128 bits")
  func squares() {
    var moments = Moments()
    let large = Int64(3_153_600_000_000_000_000)
    for _ in 0..<100 { moments.add(large) }
    #expect(moments.sum == UInt128(large) * 100)
    let square = Double(large) * Double(large) * 100
    #expect(abs(moments.squares.double / square - 1) < 1e-15)
  }

  @Test("histograms: lengths of one bucket differ by 0.2 % at most, those of two keep their order")
  func widths() {
    var histogram = LengthHistogram()
    for length in lengths { histogram.add(length) }
    let buckets = histogram.buckets.map(\.bucket)
    #expect(buckets.reduce(0) { $0 + $1.count } == UInt64(lengths.count))
    #expect(buckets.allSatisfy { Double($0.largest) < Double($0.least) * (1 + 1.0 / 512) + 1 })
    #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $0.least > $1.largest })
    #expect(buckets.first?.largest == lengths.max() && buckets.last?.least == lengths.min())
  }

  @Test("histograms: a length alone is known")
  func buckets() throws {
    for length in lengths + [1, 511, 512, 513, 1023, 1024, .max] {
      var histogram = LengthHistogram()
      histogram.add(length)
      let bucket = try #require(histogram.buckets.first?.bucket)
      #expect(histogram.buckets.count == 1 && bucket.count == 1)
      #expect(bucket.least == length && bucket.largest == length)
    }
  }

  @Test("histograms and largest values don't depend on order or grouping")
  func merging() {
    var whole = LengthTally()
    for length in lengths { whole.add(length) }
    var merged = LengthTally()
    for start in stride(from: 4_500, through: 0, by: -500) {
      var part = LengthTally()
      for length in lengths[start..<(start + 500)].reversed() { part.add(length) }
      merged.merge(part)
    }
    #expect(merged == whole)
    #expect(whole.largest.sorted == Array(lengths.sorted(by: >).prefix(LargestValues.capacity)))
  }

  @Test("largest values of equal, rising and falling numbers")
  func largestOfRuns() {
    for rule in [{ _ in 7 }, { $0 }, { 10_000 - $0 }, { $0 % 3 }] as [(Int64) -> Int64] {
      let numbers = (0..<10_000).map { rule($0) }
      var largest = LargestValues()
      for number in numbers { largest.add(number) }
      #expect(largest.sorted == Array(numbers.sorted(by: >).prefix(LargestValues.capacity)))
    }
  }

  @Test("what is written is read back")
  func coding() {
    var tally = LengthTally()
    var moments = Moments()
    for length in lengths + [1_000_000, 3_600_000_000_000, 3_600_000_000_000] {
      tally.add(length)
      moments.add(length)
    }
    var writer = WordWriter()
    var copy = (tally, moments)
    copy.0.code(&writer)
    copy.1.code(&writer)
    var reader = WordReader(writer.words)
    var read = (LengthTally(), Moments())
    read.0.code(&reader)
    read.1.code(&reader)
    #expect(read == (tally, moments))
    #expect(reader.isAtEnd)
  }

  @Test("percentiles are those of the sorted sample")
  func percentiles() {
    var curve = ExceedanceCurve(.trials(10_000, heaviest: 1))
    var tally = LengthTally()
    for length in lengths { tally.add(length) }
    curve.add(tally, weight: 1)
    curve.sort()
    // Half of the 10,000 trials have no length.
    let sorted = lengths.sorted(by: >)
    for tail in [0.001, 0.01, 0.05, 0.1, 0.3, 0.45] {
      let estimate = curve.quantile(exceeding: tail)
      let rank = Int(tail * 10_000) - 1
      let slack = rank < LargestValues.capacity - 1 ? 1e-12 : 2e-3
      let (above, below) = (Double(sorted[rank - 1]) * 1e-9, Double(sorted[rank + 1]) * 1e-9)
      #expect(below * (1 - slack) <= estimate.value && estimate.value <= above * (1 + slack))
      #expect((estimate.low ?? 0) <= estimate.value && estimate.value <= (estimate.high ?? 0))
    }
    #expect(curve.quantile(exceeding: 0.6).value == 0)
  }
}

@Suite("Restorations to come")
struct RestorationQueueTests {
  @Test("come out in order")
  func order() {
    var queue = RestorationQueue()
    let ends = (0..<500).map { Int64(($0 * 7919) % 1_009) }
    for (place, end) in ends.enumerated() {
      queue.insert(.init(end: end, component: Int32(place)))
    }
    var found: [Int64] = []
    while let first = queue.first {
      found.append(first.end)
      queue.removeFirst()
    }
    #expect(found == ends.sorted())
  }
}
