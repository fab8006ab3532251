import Quantities

/// What a simulation of several things at once says.
public struct PairedResult: Sendable, Hashable {
  /// One of the things.
  public struct Subject: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The share of time in which it is down, 0 to 1.
    public let unavailability: Estimate
    /// Outages in a year of 365 d; nil where none was seen.
    public let outagesPerYear: Estimate?
  }

  /// Each of them, in the order asked.
  public let subjects: [Subject]
  /// The length of a replication.
  public let horizon: Duration
  /// How many were drawn.
  public let replications: Int
  /// Where the random numbers began.
  public let seed: UInt64
  /// The state at the beginning.
  public let start: SimulationRequest.Start
  /// What preceded each window, so that all has a history; nil for nothing.
  public let warmUp: Duration?
  /// Why the run ended.
  public let ending: SimulationResult.Ending
  /// What the figures rest on, a sentence each.
  public let assumptions: [String]
  private let pairs: [Estimate]

  /// The unavailability of the `second` less that of the `first`, both places in ``subjects``; -1 to
  /// 1. The error is that of the pairs; nil where no replication told them apart.
  public func difference(from first: Int, to second: Int) -> Estimate {
    guard first != second else {
      return Estimate(0, standardError: 0, low: 0, high: 0)
    }
    let pair = SubjectTally.pair(
      min(first, second), max(first, second), count: subjects.count)
    return first < second ? pairs[pair] : pairs[pair].negated
  }

  init(_ names: [String], _ figures: WeightedTally, _ ending: SimulationResult.Ending) {
    let plan = figures.header.plan
    horizon = .ticks(plan.horizon)
    subjects = names.indices.map { figures.subject($0, names[$0]) }
    pairs = names.indices.flatMap { first in
      names.indices.dropFirst(first + 1).map { figures.difference(from: first, to: $0) }
    }
    replications = Int(figures.tally.replications)
    seed = figures.header.seed
    start = figures.header.start
    warmUp = plan.warmUp > 0 ? .ticks(plan.warmUp) : nil
    self.ending = ending
    assumptions = figures.header.assumptions
  }
}

extension WeightedTally {
  private var horizon: Double { Double(header.plan.horizon) }

  fileprivate func subject(_ place: Int, _ name: String) -> PairedResult.Subject {
    let none = Estimate(0, standardError: nil, low: 0, high: nil)
    let share = (mean { $0.subjects.downtimes[place] } ?? none).divided(by: horizon)
    return PairedResult.Subject(
      name: name, unavailability: share, outagesPerYear: outages(place, share))
  }

  /// Of the outages that touch a window nu T begin in it and U are under way at its start.
  private func outages(_ place: Int, _ share: Estimate) -> Estimate? {
    guard let touching = mean({ $0.subjects.outages[place] }), touching.value > share.value else {
      return nil
    }
    let years = horizon / Self.ticks / Duration.years(1).seconds
    // Both errors add at most.
    let error = (touching.standardError ?? 0) + (share.standardError ?? 0)
    return Estimate(normal: touching.value - share.value, standardError: error)
      .divided(by: years)
  }

  /// How many replications tell two things apart.
  private func hits(_ first: Int, _ second: Int) -> UInt64 {
    pair(first, second).reduce(0) { $0 + $1.hits }
  }

  private func pair(_ first: Int, _ second: Int) -> [SubjectTally.Pair] {
    let place = SubjectTally.pair(first, second, count: header.plan.subjects)
    return classes.map { $0.content.subjects.differences[place] }
  }

  /// The mean of the differences in each replication, with the error of that mean.
  fileprivate func difference(from first: Int, to second: Int) -> Estimate {
    guard replications > 1, hits(first, second) > 0 else {
      return Estimate(0, standardError: nil, low: nil, high: nil)
    }
    var sum = 0.0
    for (_, content) in classes {
      let (one, other) = (
        content.subjects.downtimes[first].sum, content.subjects.downtimes[second].sum
      )
      // Whole numbers: nothing is lost where they are nearly alike.
      sum += other >= one ? Double(other - one) : -Double(one - other)
    }
    let squares = pair(first, second).reduce(0) { $0 + $1.squares.double }
    let mean = sum / replications
    let variance = max(0, squares / replications - mean * mean) / (replications - 1)
    return Estimate(
      normal: mean / horizon, standardError: variance.squareRoot() / horizon, isNonnegative: false)
  }

  /// True when each difference from the first has the relative error, from enough replications.
  func arePairsPrecise(_ error: Double, leastHits: Int) -> Bool {
    (1..<header.plan.subjects).allSatisfy { second in
      let difference = difference(from: 0, to: second)
      guard hits(0, second) >= leastHits, let spread = difference.standardError else {
        return false
      }
      return spread <= error * abs(difference.value)
    }
  }
}

extension Estimate {
  /// The opposite of a figure with a sign.
  package var negated: Estimate {
    Estimate(
      -value, standardError: standardError, low: high.map { -$0 }, high: low.map { -$0 })
  }
}
