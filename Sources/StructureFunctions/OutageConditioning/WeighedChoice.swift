/// A choice among weighed alternatives that are met one after another.
struct WeighedChoice {
  private let target: Double
  private var sum = 0.0
  private(set) var taken: Int32 = 0
  /// Whether the choice fell on the second of two kinds of alternatives.
  private(set) var isSecond = false

  /// `place`, 0 to 1, picks a place in the sum of all weights.
  init(_ place: Double, of total: Double) { target = place * total }

  /// True when this alternative is the one. Where rounding leaves none, the last possible one is
  /// taken.
  mutating func takes(_ weight: Double, _ alternative: Int32, isSecond: Bool = false) -> Bool {
    guard weight > 0 else { return false }
    sum += weight
    taken = alternative
    self.isSecond = isSecond
    return target < sum
  }

  /// True when one of the ways is taken in which two laws share a count; the alternative is the
  /// first law's share.
  mutating func takes(
    _ own: CountLawRange, _ other: CountLawRange, _ count: Int32, isSecond: Bool,
    _ entry: (CountLawRange, Int32) -> Double
  ) -> Bool {
    var share = max(0, count - other.size + 1)
    while share <= count, share < own.size {
      let weight = entry(own, share) * entry(other, count - share)
      if takes(weight, share, isSecond: isSecond) { return true }
      share += 1
    }
    return false
  }
}
