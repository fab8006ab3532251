import Quantities
import StructureFunctions

/// The law of a capacity on whole numbers: how probable each level is, and how often the capacity
/// falls below it.
///
/// Everything is a sum of products of positive terms: the relative error of a mass or frequency is
/// below 2^-52 for each term and factor on its way. Masses below 1e-308 are 0.
struct CapacityLaw: Sendable {
  /// Levels are multiples of this whole number, 1 or more.
  var stride: Int
  /// P(the capacity is k strides).
  var masses: [Double]
  /// How often a second the capacity falls from k strides or more to fewer; of 0 strides never.
  var falling: [Double]
  /// A bound on the absolute error of each frequency from differences; empty for none.
  var fallingErrors: [Double] = []

  /// No capacity at all.
  init(stride: Int = 1) {
    self.stride = stride
    masses = [1]
    falling = [0]
  }

  init(stride: Int, masses: [Double], falling: [Double], fallingErrors: [Double] = []) {
    self.stride = stride
    self.masses = masses
    self.falling = falling
    self.fallingErrors = fallingErrors
  }

  /// Identical members of capacity `stride`, each up with `availability` and failing so often a
  /// second. With k of them up the next failure comes k times as fast as one member's.
  init(members: Int, availability: Probability, failuresPerSecond: Double, stride: Int) {
    self.stride = stride
    masses = BinomialLaw(trials: members, event: availability).masses(below: members + 1).exact
    let whileUp = failuresPerSecond > 0 ? failuresPerSecond / availability.value : 0
    falling = masses.enumerated().map { Double($0.offset) * $0.element * whileUp }
  }

  /// The number of levels, that of no capacity included.
  var count: Int { masses.count }

  /// P(the capacity is at least k strides) for k from 0, summed from the top.
  var reached: [Double] {
    var tails = masses
    for place in tails.indices.dropFirst().reversed() { tails[place - 1] += tails[place] }
    return tails
  }

  /// P(the capacity is below k strides) for k from 0, summed from the bottom.
  var short: [Double] {
    var tails = [Double](repeating: 0, count: count)
    for place in tails.indices.dropFirst() { tails[place] = tails[place - 1] + masses[place - 1] }
    return tails
  }

  /// What passes while a gate is open, which has that probability and closes so often a second.
  func gated(by gate: Probability, closingPerSecond rate: Double) -> CapacityLaw {
    let tails = reached
    var result = self
    result.masses = masses.map { $0 * gate.value }
    result.masses[0] += gate.complement
    for place in result.falling.indices.dropFirst() {
      result.falling[place] = falling[place] * gate.value + tails[place] * rate
    }
    result.fallingErrors = fallingErrors.map { $0 * gate.value }
    return result
  }

  /// A group that carries nothing below `need` strides.
  func cut(below need: Int) -> CapacityLaw {
    guard need > 1, need < count else { return need < count ? self : CapacityLaw(stride: stride) }
    var result = self
    result.masses[0] = masses[..<need].reduce(0, +)
    for place in 1..<need { result.masses[place] = 0 }
    for place in 1..<need { result.falling[place] = falling[need] }
    if !fallingErrors.isEmpty {
      for place in 1..<need { result.fallingErrors[place] = fallingErrors[need] }
    }
    return result
  }

  /// The same law on a finer stride, one that divides its own.
  func refined(to finer: Int) -> CapacityLaw {
    let ratio = stride / finer
    guard ratio > 1 else { return self }
    let count = (self.count - 1) * ratio + 1
    var result = CapacityLaw(
      stride: finer, masses: [Double](repeating: 0, count: count),
      falling: [Double](repeating: 0, count: count))
    for place in masses.indices { result.masses[place * ratio] = masses[place] }
    for place in 1..<max(count, 1) { result.falling[place] = falling[(place + ratio - 1) / ratio] }
    if !fallingErrors.isEmpty {
      result.fallingErrors = [0] + (1..<count).map { fallingErrors[($0 + ratio - 1) / ratio] }
    }
    return result
  }
}
