import InputUncertainty
import Quantities

/// Which of the uncertain inputs lie at the low end of what is ever drawn, and which at the high one.
///
/// Draws go beyond the ends of a range. What a topology requires of its numbers (a drain above 1, the
/// ends of a uniform law in order) is tried at the far ends of all inputs before the first draw.
struct Extremes {
  /// The chance that a draw lies beyond a far end: one in a million in a million draws.
  static let tail = 1e-12

  /// The bit of an input's place that decides; nil for all inputs at one end.
  private let bit: Int?
  private let isHigh: Bool

  /// The probability below the value of the input at `place`.
  func probability(of place: Int) -> Probability {
    let isSet = bit.map { place >> $0 & 1 == 1 } ?? true
    return isSet == isHigh
      ? Probability(uncheckedValue: 1 - Self.tail, complement: Self.tail)
      : Probability(uncheckedValue: Self.tail, complement: 1 - Self.tail)
  }

  /// For any two of `count` inputs one of these has the first low and the second high, and one the
  /// reverse: their places differ in some bit. 2 + 2 log2(count) of them.
  static func covering(_ count: Int) -> [Extremes] {
    guard count > 0 else { return [] }
    let width = Int.bitWidth - (count - 1).leadingZeroBitCount
    return ([nil] + (0..<width).map { $0 }).flatMap { bit in
      [Extremes(bit: bit, isHigh: false), Extremes(bit: bit, isHigh: true)]
    }
  }
}
