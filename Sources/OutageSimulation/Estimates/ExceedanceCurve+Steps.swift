extension ExceedanceCurve {
  /// Lengths that add to the curve: all the same, or spread evenly between two.
  struct Step: Sendable, Hashable {
    /// Seconds.
    var low: Double
    var high: Double
    /// What the step adds to the probability, and to the sum of its squared shares.
    var share: Double
    var squares: Double

    /// How much of the step lies above a length.
    func part(above length: Double) -> Double {
      if length < low { return 1 }
      return length < high ? (high - length) / (high - low) : 0
    }

    /// What lies between two lengths within the step, which is not a point.
    func piece(from low: Double, to high: Double) -> Step {
      let part = (high - low) / (self.high - self.low)
      return Step(low: low, high: high, share: share * part, squares: squares * part)
    }

    /// Takes in a step of the same bucket.
    mutating func merge(_ other: Step) {
      low = min(low, other.low)
      high = max(high, other.high)
      share += other.share
      squares += other.squares
    }
  }

  /// What a curve is made of, in any order: lengths that are known, and buckets of others.
  struct Parts: Sendable, Hashable {
    private var points: [Step] = []
    /// By the place of their bucket.
    private var spreads: [Int: Step] = [:]

    /// Adds lengths with a share each: the largest and the round ones by value, others by bucket.
    mutating func add(_ lengths: LengthTally, share: Double, unit: Double) {
      let largest = lengths.largest.sorted
      for value in largest { addPoint(value, count: 1, share, unit) }
      guard let bound = largest.last, largest.count == LargestValues.capacity else { return }
      for atom in lengths.round.atoms where atom.value <= bound {
        let known = atom.value == bound ? UInt64(largest.count { $0 == bound }) : 0
        addPoint(atom.value, count: atom.count - known, share, unit)
      }
      var known = UInt64(largest.count { !lengths.round.isKept($0) })
      for (place, bucket) in lengths.histogram.buckets {
        let covered = min(known, bucket.count)
        known -= covered
        add(bucket, at: place, without: covered, below: bound, share, unit)
      }
    }

    /// Adds the lengths of a bucket without those that are among the largest, the last of which is
    /// `bound`.
    private mutating func add(
      _ bucket: LengthHistogram.Bucket, at place: Int, without covered: UInt64, below bound: Int64,
      _ share: Double, _ unit: Double
    ) {
      let count = bucket.count - covered
      let largest = covered > 0 ? min(bucket.largest, bound) : bucket.largest
      guard count > 0 else { return }
      guard bucket.least < largest else { return addPoint(bucket.least, count: count, share, unit) }
      addPoint(bucket.least, count: 1, share, unit)
      // How large the others are isn't known where the largest is one of those covered.
      if covered == 0 { addPoint(largest, count: 1, share, unit) }
      let others = count - (covered == 0 ? 2 : 1)
      guard others > 0 else { return }
      let step = Self.step(bucket.least, largest, count: others, share, unit)
      let none = Self.step(bucket.least, largest, count: 0, share, unit)
      spreads[place, default: none].merge(step)
    }

    private mutating func addPoint(
      _ value: Int64, count: UInt64, _ share: Double, _ unit: Double
    ) {
      if count > 0 { points.append(Self.step(value, value, count: count, share, unit)) }
    }

    private static func step(
      _ low: Int64, _ high: Int64, count: UInt64, _ share: Double, _ unit: Double
    ) -> Step {
      Step(
        low: Double(low) / unit, high: Double(high) / unit, share: share * Double(count),
        squares: share * share * Double(count))
    }

    /// Longest first and apart from one another: what is spread is cut where known lengths lie in it.
    var steps: [Step] {
      let points = points.sorted { $0.high > $1.high }
      var steps: [Step] = []
      var next = 0
      for spread in spreads.values.sorted(by: { $0.high > $1.high }) {
        var high = spread.high
        while next < points.count, points[next].high > spread.low {
          let point = points[next].high
          if point < high {
            steps.append(spread.piece(from: point, to: high))
            high = point
          }
          steps.append(points[next])
          next += 1
        }
        steps.append(spread.piece(from: spread.low, to: high))
      }
      return steps + points[next...]
    }
  }
}
