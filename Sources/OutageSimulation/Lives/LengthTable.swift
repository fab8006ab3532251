import Topology

/// Observed lengths of time, drawn by inversion of one uniform number.
///
/// Tables are sums, products and quotients in a fixed order, so that a seed gives the same histories
/// on every machine.
struct LengthTable: Sendable, Hashable {
  private struct Row: Sendable, Hashable {
    /// Nanoseconds.
    let length: Double
    /// The sum of the lengths down to this one, as a share of all.
    let end: Double
  }

  /// Longest first.
  private let rows: [Row]
  /// The number of observations.
  private let count: Double

  /// The lengths in nanoseconds.
  init(_ observed: ObservedLives, nanoseconds: Double) {
    let lengths = observed.lives.reversed().map { $0.seconds * nanoseconds }
    var sums: [Double] = []
    sums.reserveCapacity(lengths.count)
    for length in lengths { sums.append((sums.last ?? 0) + length) }
    let total = sums.last ?? 0
    rows = zip(lengths, sums).map { Row(length: $0, end: $1 / total) }
    count = Double(rows.count)
  }

  /// The length that is exceeded with probability `tail`, 0 to 1: the k-th longest of n for tails from
  /// (k - 1) / n to below k / n. Each has its probability within 2^-52.
  @inline(__always)
  func length(tail: Double) -> Double {
    rows[max(0, min(Int(tail * count), rows.count - 1))].length
  }

  /// The same where each length has a probability in proportion to itself: that of the one that covers
  /// a given instant. O(log n).
  func coveringLength(tail: Double) -> Double {
    var range = 0..<rows.count - 1
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      range =
        rows[middle].end > tail ? range.lowerBound..<middle : middle + 1..<range.upperBound
    }
    return rows[range.lowerBound].length
  }

  /// The lengths of at most `delta` nanoseconds: the share of all others, and the longest of them.
  /// O(log n).
  func split(at delta: Double) -> (tail: Double, bound: Double) {
    var range = 0..<rows.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let isLonger = rows[middle].length > delta
      range = isLonger ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    let longer = range.lowerBound
    return (Double(longer) / count, longer < rows.count ? rows[longer].length : 0)
  }
}

extension LengthTable: CustomStringConvertible {
  /// All that distinguishes draws: the number of lengths, and a digest of them.
  var description: String {
    let digest = rows.reduce(0xcbf2_9ce4_8422_2325 as UInt64) {
      let mixed = ($0 ^ $1.length.bitPattern) &* 0x100_0000_01b3
      return mixed ^ mixed >> 32
    }
    return "\(rows.count) lengths (\(String(digest, radix: 16)))"
  }
}
