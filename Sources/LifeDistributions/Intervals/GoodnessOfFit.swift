import Quantities
import RandomStreams

/// How often lives drawn from a law itself lie as far from it as the observed ones do.
///
/// Tables of the classical tests hold for a law that was fixed beforehand. One that was fitted to the
/// very lives lies closer to them, by as much as the family and the sample decide, so that the law is
/// drawn from and fitted anew in each round (parametric bootstrap; Stute, González Manteiga and Presedo
/// Quindimil 1993).
public struct GoodnessOfFit: Sendable, Hashable {
  /// The kind of distance.
  public let kind: FitDistance
  /// The distance of the observed lives.
  public let distance: Double
  /// P(a distance as large or larger | the law is right), with a 95 % interval of the sampling: small
  /// ones speak against the law.
  public let pValue: Estimate
  /// How many rounds were drawn.
  public let rounds: Int
  /// In how many of them the fit failed. They count as if they lay farther, so that the p-value is not
  /// too small.
  public let failures: Int

  /// The purpose of the random numbers.
  private static let purpose: UInt64 = 0xf17

  /// Judges a law that was fitted to the sample, by as many rounds as are asked for. `refit` fits the
  /// same family by the same method to the lives of a round, and answers nil where it can't.
  ///
  /// Same seed, same bits. Cost: per round one fit, and a quantile and a distribution function a life.
  /// Throws ``LifeDistributionError`` as ``FitDistance/between(_:_:)`` does, for a law whose quantiles
  /// fail, and for fewer rounds than 19 or more than a million.
  public init(
    _ kind: FitDistance = .andersonDarling, of sample: LifeSample, fitted law: LifeDistribution,
    rounds: Int = 999, seed: UInt64 = 1, refit: (LifeSample) -> LifeDistribution?
  ) throws(LifeDistributionError) {
    let distance = try kind.between(sample, law)
    try self.init(kind, distance, rounds) { (round) throws(LifeDistributionError) in
      let drawn = try Self.lives(sample.complete.count, of: law, seed, round)
      guard let fitted = refit(drawn) else { return nil }
      return try? kind.between(drawn, fitted)
    }
  }

  /// Judges a law that was fixed before the lives were seen. The distance then has one law for all
  /// continuous laws, so that even chances are drawn in each round.
  ///
  /// Same seed, same bits. Throws ``LifeDistributionError`` as ``FitDistance/between(_:_:)`` does, and
  /// for fewer rounds than 19 or more than a million.
  public init(
    _ kind: FitDistance = .andersonDarling, of sample: LifeSample, against law: LifeDistribution,
    rounds: Int = 9_999, seed: UInt64 = 1
  ) throws(LifeDistributionError) {
    let distance = try kind.between(sample, law)
    try self.init(kind, distance, rounds) { (round) throws(LifeDistributionError) in
      let chances = Self.chances(sample.complete.count, seed, round)
      return kind.distance(of: chances.sorted { $0.value < $1.value })
    }
  }

  /// `drawn` gives the distance of a round; nil for a fit that fails.
  private init(
    _ kind: FitDistance, _ distance: Double, _ rounds: Int,
    drawn: (UInt64) throws(LifeDistributionError) -> Double?
  ) throws(LifeDistributionError) {
    guard (19...1_000_000).contains(rounds) else {
      throw .outsideRange("\(rounds) rounds are out of range; draw 19 to 1,000,000")
    }
    var (farther, failures) = (0, 0)
    for round in 0..<rounds {
      guard let other = try drawn(UInt64(round)) else {
        failures += 1
        continue
      }
      if other >= distance { farther += 1 }
    }
    self.kind = kind
    self.distance = distance
    self.rounds = rounds
    self.failures = failures
    pValue = Self.pValue(farther + failures, of: rounds)
  }

  /// The observed lives count as one of the rounds, so that a p-value is never 0 (Davison and Hinkley
  /// 1997, equation 4.11); the interval is Wilson's of the rounds.
  private static func pValue(_ farther: Int, of rounds: Int) -> Estimate {
    let interval = Estimate(hits: Double(farther), trials: Double(rounds))
    let value = Double(farther + 1) / Double(rounds + 1)
    return Estimate(
      value, standardError: interval.standardError, low: min(value, interval.low ?? 0),
      high: max(value, interval.high ?? 1))
  }

  /// Even chances of one round, both tails exact.
  private static func chances(_ count: Int, _ seed: UInt64, _ round: UInt64) -> [Probability] {
    let padded = (count + 7) / 8 * 8
    let numbers = [Double](unsafeUninitializedCapacity: padded) { buffer, filled in
      var stream = RandomStream(seed: seed, block: round, purpose: purpose)
      buffer.initialize(repeating: 0)
      stream.fill(buffer, with: .uniform)
      filled = padded
    }
    return numbers.prefix(count).map { Probability(uncheckedValue: $0, complement: 1 - $0) }
  }

  private static func lives(
    _ count: Int, of law: LifeDistribution, _ seed: UInt64, _ round: UInt64
  ) throws(LifeDistributionError) -> LifeSample {
    var lives: [Duration] = []
    lives.reserveCapacity(count)
    for chance in chances(count, seed, round) { lives.append(try law.quantile(of: chance)) }
    return LifeSample(complete: lives)
  }
}
