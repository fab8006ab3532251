import LifeDistributions
import Quantities
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Lives of known laws, drawn from one seed.
struct FitLives {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// SplitMix64 (Steele, Lea and Flood 2014), as a number between 0 and 1.
  mutating func uniform() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    word ^= word >> 31
    return (Double(word >> 11) + 0.5) * 0x1p-53
  }

  private mutating func exponential() -> Double { -log(uniform()) }

  private mutating func normal() -> Double {
    (2 * exponential()).squareRoot() * cos(2 * .pi * uniform())
  }

  /// One life in seconds. Gamma laws have shapes of whole halves: sums of exponentials, and half a
  /// squared normal variable.
  mutating func life(of law: Law) -> Double {
    let mean = law.mean.seconds
    switch law {
    case .weibull(_, let shape): return mean / tgamma(1 + 1 / shape) * pow(exponential(), 1 / shape)
    case .lognormal(_, let sigma): return mean * exp(sigma * (normal() - sigma / 2))
    case .gamma(_, let shape): return mean / shape * gamma(halves: Int(2 * shape))
    case .erlang(_, let phases): return mean / Double(phases) * gamma(halves: 2 * phases)
    case .hyperexponential(_, let variation):
      let square = variation * variation
      let share = (1 + ((square - 1) / (square + 1)).squareRoot()) / 2
      let probability = uniform() < share ? share : 1 - share
      return mean / (2 * probability) * exponential()
    case .uniform(let from, let to):
      return from.seconds + uniform() * (to.seconds - from.seconds)
    default: return mean * exponential()
    }
  }

  private mutating func gamma(halves: Int) -> Double {
    var sum = 0.0
    for _ in 0..<(halves / 2) { sum += exponential() }
    guard halves % 2 == 1 else { return sum }
    let score = normal()
    return sum + score * score / 2
  }

  /// A sample. Of each 10 lives 3 are censored on the mean if asked for: 6 in 10 are cut where another
  /// life of the law would end, if they last that long.
  mutating func sample(of law: Law, count: Int, isCensored: Bool) throws -> LifeSample {
    var (complete, censored): ([Quantities.Duration], [Quantities.Duration]) = ([], [])
    for _ in 0..<count {
      let life = life(of: law)
      let cut = isCensored && uniform() < 0.6 ? self.life(of: law) : .infinity
      if cut < life {
        censored.append(try Duration(seconds: cut))
      } else {
        complete.append(try Duration(seconds: life))
      }
    }
    return LifeSample(complete: complete, censored: censored)
  }
}

extension LifeSample {
  /// Of lives in seconds.
  init(seconds complete: [Double], censored: [Double] = []) throws {
    self.init(
      complete: try complete.map { try Duration(seconds: $0) },
      censored: try censored.map { try Duration(seconds: $0) })
  }

  /// Twelve lives of mixed lengths.
  static func twelve(censored: [Double] = []) throws -> LifeSample {
    try LifeSample(
      seconds: [31, 4, 112, 57, 8, 940, 23, 75, 16, 240, 41, 130], censored: censored)
  }

  /// The same with four that went on.
  static func sixteen() throws -> LifeSample { try twelve(censored: [60, 15, 300, 480]) }
}
