/// Counts lengths of time in buckets, 512 to an octave: a bucket is at most 0.2 % wide, and knows its
/// least and its largest length. Lengths below 512 ns have a bucket each. Exact to merge, in any order.
struct LengthHistogram: Sendable, Hashable {
  private static let perOctave = 512
  private static let octaveBits = 9

  /// Lengths that are nearly the same.
  struct Bucket: Sendable, Hashable {
    var count: UInt64 = 0
    var least = Int64.max
    var largest: Int64 = 0

    @inline(__always)
    mutating func add(_ length: Int64, count: UInt64) {
      self.count += count
      least = min(least, length)
      largest = max(largest, length)
    }

    mutating func merge(_ other: Bucket) {
      count += other.count
      least = min(least, other.least)
      largest = max(largest, other.largest)
    }

    /// The largest of a single length is the least.
    mutating func code(_ coder: inout some WordCoder) {
      coder.code(&count)
      coder.code(&least)
      guard count > 1 else { return largest = least }
      coder.code(&largest)
    }
  }

  /// Buckets by octave; an octave without lengths is empty.
  private var octaves = [[Bucket]](repeating: [], count: 56)

  /// Counts a length above 0, so many times.
  mutating func add(_ length: Int64, count: UInt64 = 1) {
    let (octave, place) = Self.bucket(length)
    if octaves[octave].isEmpty { octaves[octave] = Self.emptyOctave }
    octaves[octave][place].add(length, count: count)
  }

  private static var emptyOctave: [Bucket] { [Bucket](repeating: Bucket(), count: perOctave) }

  private static func bucket(_ length: Int64) -> (octave: Int, place: Int) {
    let bits = Int64.bitWidth - length.leadingZeroBitCount
    let shift = max(0, bits - octaveBits - 1)
    if bits <= octaveBits { return (0, Int(length)) }
    return (shift + 1, Int(length >> Int64(shift)) & (perOctave - 1))
  }

  mutating func merge(_ other: LengthHistogram) {
    for (octave, more) in other.octaves.enumerated() where !more.isEmpty {
      if octaves[octave].isEmpty {
        octaves[octave] = more
      } else {
        for place in more.indices { octaves[octave][place].merge(more[place]) }
      }
    }
  }

  /// Buckets with lengths, longest first, each with its place among all.
  var buckets: [(place: Int, bucket: Bucket)] {
    var result: [(place: Int, bucket: Bucket)] = []
    for octave in octaves.indices.reversed() {
      for (place, bucket) in octaves[octave].enumerated().reversed() where bucket.count > 0 {
        result.append((octave * Self.perOctave + place, bucket))
      }
    }
    return result
  }

  mutating func code(_ coder: inout some WordCoder) {
    for octave in octaves.indices {
      var used = octaves[octave].count { $0.count > 0 }
      coder.code(&used)
      guard used > 0 else { continue }
      let places = octaves[octave].indices.filter { octaves[octave][$0].count > 0 }
      if octaves[octave].isEmpty { octaves[octave] = Self.emptyOctave }
      for number in 0..<min(used, Self.perOctave) {
        var place = number < places.count ? places[number] : 0
        coder.code(&place)
        octaves[octave][place & (Self.perOctave - 1)].code(&coder)
      }
    }
  }
}
