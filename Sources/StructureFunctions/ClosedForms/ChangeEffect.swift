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

/// When changes take the level below a threshold.
///
/// Seen at a random instant, the last changes were made phi, phi + d, phi + 2 d, … ago, with phi
/// uniform up to the spacing d and each change failing on its own. So
/// P(up) = 1/d ∫ Π (1 - p h(phi + k d)) dphi from 0 to d, with h(a) the probability that a change
/// that failed holds the level below the threshold at the age a.
struct ChangeEffect {
  /// Seconds from one change to the next.
  private let spacing: Double
  private let failing: Probability
  /// Seconds of trial before a failed change takes its full share; 0 without a canary.
  private let trial: Double
  /// True when the trial alone takes the level below the threshold.
  private let countsTrial: Bool
  /// The probability that a failed change goes on to its full share and that this is below the
  /// threshold.
  private let goingOn: Probability
  private let restoration: LifeDistribution
  /// The restoration's lengths, where it has only some.
  private let lengths: [Duration]

  init(_ changes: Changes, below threshold: Double) throws(LifeDistributionError) {
    spacing = changes.spacing.seconds
    failing = changes.failing
    trial = changes.canary?.length.seconds ?? 0
    countsTrial = changes.canary.map { Self.isBelow($0.share, threshold) } ?? false
    let missed = changes.canary?.catches.inverted ?? .certain
    goingOn = Self.isBelow(changes.share, threshold) ? missed : .impossible
    restoration = try LifeDistribution(changes.restoration)
    lengths = Self.lengths(of: changes.restoration)
  }

  private static func lengths(of law: Law) -> [Duration] {
    switch law {
    case .fixed(let length): [length]
    case .empirical(let observed): observed.lives
    default: []
    }
  }

  /// True when the level without a share of users is below the threshold; levels that close are one.
  private static func isBelow(_ share: Probability, _ threshold: Double) -> Bool {
    share.complement < threshold - StructureFunction.levelTolerance
  }

  /// The long run. Relative error below 1e-11, measured against 30 digits. Nil when more than 200
  /// changes matter at a time, and for restorations of more than 1,000 observed lengths.
  func closedForm() throws(LifeDistributionError) -> ClosedForm? {
    guard lengths.count <= Self.greatestCountOfLengths else { return nil }
    guard countsTrial || goingOn.value > 0, failing.value > 0 else { return .constant(.certain) }
    guard let count = try countOfRecent(), let probability = try probability(count) else {
      return nil
    }
    return ClosedForm(
      up: probability.value, down: probability.complement, perSecond: try frequency(count))
  }

  /// How many of the last changes matter: what the ones before add to U is below 1e-15 of it.
  ///
  /// Those add at most p E[(R - age)+] / d at the age where they begin; U is at least
  /// p E[min(R, d)] / (2 d), what the worse of two neighbouring changes does.
  private func countOfRecent() throws(LifeDistributionError) -> Int? {
    let duringTrial = Int(min(1_000, (trial / spacing).rounded(.up)))
    if goingOn.value == 0 { return duringTrial <= Self.greatestCount ? duringTrial : nil }
    let enough = try restoration.expectedMinimum(with: Self.duration(spacing)).seconds * 5e-16
    var count = duringTrial + 1
    while count <= Self.greatestCount {
      let age = try Self.duration(Double(count) * spacing - trial)
      if try restoration.expectedExcess(over: age).seconds <= enough { return count }
      count += 1
    }
    return nil
  }

  private static let greatestCount = 200
  /// Each of them adds a panel to the integral.
  private static let greatestCountOfLengths = 1_000

  private static func duration(_ seconds: Double) throws(LifeDistributionError) -> Duration {
    guard let duration = try? Duration(seconds: max(0, seconds)) else {
      throw .tooLarge("the age of a change")
    }
    return duration
  }
}

// The probability.
extension ChangeEffect {
  /// The smaller tail is the integral, which leaves the other all its digits.
  private func probability(_ count: Int) throws(LifeDistributionError) -> Probability? {
    let quadrature = PanelQuadrature(edges: edges)
    let down = try quadrature.integral { phase throws(LifeDistributionError) in
      try below(sinceLast: phase, count).value
    }
    guard let down else { return nil }
    let share = min(1, down / spacing)
    if share <= 0.5 { return Probability(uncheckedValue: 1 - share, complement: share) }
    let up = try quadrature.integral { phase throws(LifeDistributionError) in
      try below(sinceLast: phase, count).complement
    }
    return up.map { Probability(uncheckedValue: $0 / spacing, complement: share) }
  }

  /// The probability of being below, so many seconds after the last change.
  private func below(
    sinceLast phase: Double, _ count: Int
  ) throws(LifeDistributionError) -> Probability {
    var result = Probability.impossible
    for change in 0..<count {
      result = result.or(try holding(atAge: phase + Double(change) * spacing))
    }
    return result
  }

  /// p h(age).
  private func holding(atAge age: Double) throws(LifeDistributionError) -> Probability {
    if age < trial { return countsTrial ? failing : .impossible }
    if goingOn.value == 0 { return .impossible }
    let survival = try restoration.survival(at: Self.duration(age - trial))
    return failing.and(goingOn).and(survival)
  }

  /// Where the integrand may jump or bend within a spacing: around the beginning of restorations on
  /// all scales of their law, and at the ends of its support.
  private var edges: [Double] {
    let mean = restoration.mean.seconds
    var ages = (-30...40).map { trial + mean * scalbn(1, $0) }
      .filter { $0 < trial + spacing }
    ages += lengths.map { trial + $0.seconds }
    if case .uniform(let from, let to) = restoration.parameters {
      ages += [trial + from, trial + to]
    }
    let inside = (ages + [trial]).map { fmod($0, spacing) }.filter { $0 > 0 }
    return [0] + Set(inside).sorted() + [spacing]
  }
}

// The frequency.
extension ChangeEffect {
  /// A change takes the level below when it fails, goes on as far as it must, and nothing older holds
  /// the level below just then: p Π (1 - p h) / d.
  private func frequency(_ count: Int) throws(LifeDistributionError) -> Double {
    let beginning = countsTrial ? failing : failing.and(goingOn)
    let age = countsTrial ? 0 : trial
    var clear = Probability.certain
    for change in 1...count {
      let older = (age + Double(change) * spacing).nextDown
      clear = clear.and(try holding(atAge: older).inverted)
    }
    return beginning.value * clear.value / spacing
  }
}
