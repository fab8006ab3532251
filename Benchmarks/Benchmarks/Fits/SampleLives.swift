import Nines

/// Lives of a lognormal law, the usual shape of incident lengths.
enum SampleLives {
  /// `count` lives of which a share is censored, each somewhere in its length.
  static func sample(count: Int, censoring: Double) throws -> LifeSample {
    let law = try LifeDistribution(.lognormal(mean: .hours(1), sigma: 1.255))
    var generator = Generator(state: 1)
    var complete: [Duration] = []
    var censored: [Duration] = []
    for _ in 0..<count {
      let chance = generator.uniform()
      let life = try law.quantile(
        of: Probability(uncheckedValue: chance, complement: 1 - chance))
      if generator.uniform() < censoring {
        censored.append(try Duration(seconds: life.seconds * generator.uniform()))
      } else {
        complete.append(life)
      }
    }
    return LifeSample(complete: complete, censored: censored)
  }

  /// SplitMix64 (Steele, Lea and Flood 2014).
  private struct Generator {
    var state: UInt64

    mutating func uniform() -> Double {
      state &+= 0x9E37_79B9_7F4A_7C15
      var word = state
      word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
      word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
      word ^= word >> 31
      return (Double(word >> 11) + 0.5) * 0x1p-53
    }
  }
}
