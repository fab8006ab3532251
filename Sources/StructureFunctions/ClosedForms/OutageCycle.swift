import LifeDistributions
import Quantities
import Topology

/// A law of lengths of time, as far as closed forms ask.
protocol LengthLaw: Sendable {
  /// P(R > age).
  func survival(at age: Duration) throws(LifeDistributionError) -> Probability
  /// E[(R - age)+].
  func expectedExcess(over age: Duration) throws(LifeDistributionError) -> Duration
  /// E[min(R, age)].
  func expectedMinimum(with age: Duration) throws(LifeDistributionError) -> Duration
}

extension LifeDistribution: LengthLaw {}

/// The long run of something that alternates between up times and outages.
struct OutageCycle {
  /// Long-run probability of being up.
  let availability: Probability
  /// Outages per second.
  let frequency: Double
  /// The law of the up times, where they are independent of the outages before; nil when there is no
  /// simple one.
  let uptime: (any LengthLaw)?
  /// The law of the outages' lengths; nil when there is no simple one.
  let outage: (any LengthLaw)?

  /// The cycle of an operand; nil when its times are unknown.
  init?(_ operand: ClosedForm.Operand) throws(LifeDistributionError) {
    switch operand {
    case .component(let component), .group(need: 1, of: 1, let component):
      try self.init(component)
    case .group(let need, let count, let component):
      guard 1 <= need, need <= count else { return nil }
      try self.init(need: need, of: count, component)
    }
  }

  private init?(_ component: Component) throws(LifeDistributionError) {
    guard let frequency = component.failureFrequency else { return nil }
    availability = component.availability
    self.frequency = frequency.perSecond
    uptime = try component.uptime.map(Self.law)
    outage = try component.restoration.map(Self.law)
  }

  /// Components alike, of which `need` must be up; nil unless their up times are exponential.
  ///
  /// An outage begins when one of exactly `need` fails. What is up has no memory, so that a series is
  /// up for an exponential time however its outage was.
  private init?(
    need: Int, of count: Int, _ component: Component
  ) throws(LifeDistributionError) {
    guard case .exponential(let mean)? = component.uptime else { return nil }
    let law = BinomialLaw(trials: count, event: component.availability)
    availability = Probability(
      uncheckedValue: law.upperTail(need), complement: law.lowerTail(need))
    frequency = law.mass(need) * Double(need) / mean.seconds
    uptime = need == count ? try Self.life(ofSeconds: mean.seconds / Double(count)) : nil
    outage = FirstPassage(need: need, of: count, component)?
      .law(ofMean: availability.complement / frequency)
  }

  private static func law(_ law: Law) throws(LifeDistributionError) -> any LengthLaw {
    try LifeDistribution(law)
  }

  private static func life(
    ofSeconds mean: Double
  ) throws(LifeDistributionError) -> (any LengthLaw)? {
    guard let mean = try? Duration(seconds: mean) else { return nil }
    return try LifeDistribution(.exponential(mean: mean))
  }
}
