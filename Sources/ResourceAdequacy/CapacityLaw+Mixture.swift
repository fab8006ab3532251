import Quantities
import StructureFunctions

/// Laws that depend on how many of some identical gates are open.
extension CapacityLaw {
  /// The law of a capacity of which `laws[j]` is the law with j of n gates open; each gate is open
  /// with that probability and closes so often a second, and more open gates never carry less.
  ///
  /// Masses are sums of positive terms. A gate that closes matters where the capacity is at least x
  /// with it and below x without: a difference of tails, taken from the smaller pair; its rounding
  /// goes into the error bound, that of tails of m terms being below m × 2^-52 of the larger.
  static func mixture(
    _ laws: [CapacityLaw], gate: Probability, closingPerSecond rate: Double
  ) -> CapacityLaw {
    let aligned = Self.aligned(laws)
    guard let first = aligned.first else { return CapacityLaw() }
    let weights = BinomialLaw(trials: laws.count - 1, event: gate).masses(below: laws.count).exact
    let whileOpen = rate > 0 ? rate / gate.value : 0
    var sum = CapacityLaw(
      stride: first.stride, masses: [Double](repeating: 0, count: first.count),
      falling: [Double](repeating: 0, count: first.count),
      fallingErrors: [Double](repeating: 0, count: first.count))
    for (open, law) in aligned.enumerated() where weights[open] > 0 {
      sum.add(law, weight: weights[open])
      guard open > 0, rate > 0 else { continue }
      sum.addClosings(from: law, to: aligned[open - 1], Double(open) * weights[open] * whileOpen)
    }
    return sum
  }

  /// The laws on one stride and with as many levels as the longest.
  private static func aligned(_ laws: [CapacityLaw]) -> [CapacityLaw] {
    // A law of no capacity has no stride of its own.
    let strides = laws.filter { $0.count > 1 }.map(\.stride)
    let stride = max(1, strides.reduce(0, greatestCommonDivisor))
    let refined = laws.map { $0.count > 1 ? $0.refined(to: stride) : CapacityLaw(stride: stride) }
    let count = refined.map(\.count).max() ?? 1
    return refined.map { $0.padded(to: count) }
  }

  private func padded(to count: Int) -> CapacityLaw {
    guard count > self.count else { return self }
    let zeros = [Double](repeating: 0, count: count - self.count)
    return CapacityLaw(
      stride: stride, masses: masses + zeros, falling: falling + zeros,
      fallingErrors: fallingErrors.isEmpty ? [] : fallingErrors + zeros)
  }

  private mutating func add(_ law: CapacityLaw, weight: Double) {
    for place in law.masses.indices {
      masses[place] += weight * law.masses[place]
      falling[place] += weight * law.falling[place]
    }
    for place in law.fallingErrors.indices {
      fallingErrors[place] += weight * law.fallingErrors[place]
    }
  }

  private mutating func addClosings(from more: CapacityLaw, to fewer: CapacityLaw, _ rate: Double) {
    let (high, low) = (more.reached, fewer.reached)
    let (highShort, lowShort) = (more.short, fewer.short)
    let rounding = Double(count) * 0x1p-52 * rate
    for place in masses.indices.dropFirst() {
      let isMostlyReached = lowShort[place] < high[place]
      let larger = isMostlyReached ? lowShort[place] : high[place]
      let smaller = isMostlyReached ? highShort[place] : low[place]
      falling[place] += rate * max(0, larger - smaller)
      if smaller > 0 { fallingErrors[place] += rounding * larger }
    }
  }
}
