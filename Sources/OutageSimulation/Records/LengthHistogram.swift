/// Counts lengths of time in buckets, 512 to an octave: a bucket is at most 0.2 % wide. Lengths below
/// 512 ns have a bucket each. Exact to merge, in any order.
struct LengthHistogram: Sendable, Hashable {
  private static let perOctave = 512
  private static let octaveBits = 9

  /// Buckets by octave; an octave without lengths is empty.
  private var octaves = [[UInt64]](repeating: [], count: 56)

  /// Counts a length above 0.
  mutating func add(_ length: Int64) {
    let (octave, place) = Self.bucket(length)
    if octaves[octave].isEmpty {
      octaves[octave] = [UInt64](repeating: 0, count: Self.perOctave)
    }
    octaves[octave][place] += 1
  }

  private static func bucket(_ length: Int64) -> (octave: Int, place: Int) {
    let bits = Int64.bitWidth - length.leadingZeroBitCount
    let shift = max(0, bits - octaveBits - 1)
    if bits <= octaveBits { return (0, Int(length)) }
    return (shift + 1, Int(length >> Int64(shift)) & (perOctave - 1))
  }

  /// The bounds of a bucket: from the first to below the second.
  private static func bounds(_ octave: Int, _ place: Int) -> (Double, Double) {
    if octave == 0 { return (Double(place), Double(place + 1)) }
    let width = Double(UInt64(1) << UInt64(octave - 1))
    let low = Double(perOctave + place) * width
    return (low, low + width)
  }

  mutating func merge(_ other: LengthHistogram) {
    for (octave, counts) in other.octaves.enumerated() where !counts.isEmpty {
      if octaves[octave].isEmpty {
        octaves[octave] = counts
      } else {
        for place in counts.indices { octaves[octave][place] += counts[place] }
      }
    }
  }

  /// Buckets with lengths, longest first.
  var buckets: [(low: Double, high: Double, count: UInt64)] {
    var result: [(low: Double, high: Double, count: UInt64)] = []
    for octave in octaves.indices.reversed() {
      for (place, count) in octaves[octave].enumerated().reversed() where count > 0 {
        let (low, high) = Self.bounds(octave, place)
        result.append((low, high, count))
      }
    }
    return result
  }

  mutating func code(_ coder: inout some WordCoder) {
    for octave in octaves.indices {
      var used = octaves[octave].count { $0 > 0 }
      coder.code(&used)
      guard used > 0 else { continue }
      let places = octaves[octave].indices.filter { octaves[octave][$0] > 0 }
      if octaves[octave].isEmpty {
        octaves[octave] = [UInt64](repeating: 0, count: Self.perOctave)
      }
      for number in 0..<min(used, Self.perOctave) {
        var place = number < places.count ? places[number] : 0
        coder.code(&place)
        coder.code(&octaves[octave][place & (Self.perOctave - 1)])
      }
    }
  }
}
