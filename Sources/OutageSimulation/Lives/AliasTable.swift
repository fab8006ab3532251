/// Draws places in proportion to weights with one random word: the alias method (Walker 1977), built
/// as Vose (1991) does.
struct AliasTable: Sendable {
  private struct Slot: Sendable {
    var threshold: UInt64
    var alias: Int32
  }

  private var slots: [Slot]

  /// Weights are 0 or more; at least one is above 0.
  init(_ weights: [Double]) {
    let total = weights.reduce(0, +)
    let count = weights.count
    var scaled = weights.map { $0 / total * Double(count) }
    slots = (0..<count).map { Slot(threshold: .max, alias: Int32($0)) }
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast() {
      guard let high = large.last else {
        // Only roundings of a weight of 1 remain, or nothing at all.
        if weights[low] == 0, let any = weights.indices.first(where: { weights[$0] > 0 }) {
          slots[low] = Slot(threshold: 0, alias: Int32(any))
        }
        continue
      }
      slots[low] = Slot(threshold: Self.word(scaled[low]), alias: Int32(high))
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 { small.append(large.removeLast()) }
    }
  }

  private static func word(_ share: Double) -> UInt64 {
    share * 0x1p64 < 0x1p64 ? UInt64(max(0, share) * 0x1p64) : .max
  }

  /// A place; error of its probability below 2^-53 of it, and 2^-64 × places.
  @inline(__always)
  func draw(_ word: UInt64) -> Int {
    let product = word.multipliedFullWidth(by: UInt64(truncatingIfNeeded: slots.count))
    let slot = slots[Int(product.high)]
    return product.low < slot.threshold ? Int(product.high) : Int(slot.alias)
  }
}
