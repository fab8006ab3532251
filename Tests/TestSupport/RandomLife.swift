import Quantities
import Topology

/// Draws components over a wide range of unavailabilities, all with times.
struct RandomLife {
  /// True for cases in which some components have an unavailability near 1e-50.
  let holdsTiny: Bool

  func component(_ random: inout SplitMix64) throws -> Component {
    if random.happens(1) { return .perfect }
    if random.happens(25) { return try timed(&random) }
    return try Component(
      availability: availability(&random), mttr: .exponential(mean: restoration(&random)))
  }

  private func timed(_ random: inout SplitMix64) throws -> Component {
    let hours = UInt32(random.number(1...9)) * random.pick([10, 1000, 100_000])
    return try Component(
      mtbf: .exponential(mean: .hours(hours)), mttr: .fixed(restoration(&random)))
  }

  private func availability(_ random: inout SplitMix64) throws -> Probability {
    if random.happens(1) { return .impossible }
    if random.happens(2) { return try Probability(DecimalNumber(digits(&random, power: 8))) }
    if holdsTiny, random.happens(35) {
      return try unavailability(digits(&random, power: random.pick([50, 52])))
    }
    if random.happens(20) { return try unavailability(random.pick(["0.3", "0.5", "0.9", "0.07"])) }
    return try unavailability(digits(&random, power: random.pick([4, 5, 6, 8, 11, 14])))
  }

  private func digits(_ random: inout SplitMix64, power: Int) -> String {
    "\(random.number(1...9999))e-\(power)"
  }

  private func unavailability(_ digits: String) throws -> Probability {
    try Probability(DecimalNumber(digits)).inverted
  }

  private func restoration(_ random: inout SplitMix64) -> Duration {
    .minutes(UInt32(random.pick([1, 10, 60, 240, 1440, 10_080])))
  }
}
