import Quantities
import ServiceLevels

/// What a design must keep.
public struct SizingCondition: Sendable, Hashable {
  /// A figure of something, and its limit.
  public enum Requirement: Sendable, Hashable {
    /// The long-run availability is at least so much.
    case availability(of: String, atLeast: Probability)
    /// There are at most so many outages.
    case outages(of: String, atMost: Frequency)
    /// A promise is met in one window with at least this probability.
    case promise(ContractQuestion, of: String, atLeast: Probability)
    /// At most this share of the demand is not carried, in the mean, 0 to 1.
    case shortfall(of: String, atMost: Double)
    /// It costs at most so much.
    case cost(of: String, atMost: Cost)
    /// With any one domain of a family down, and all else up, it still carries so much.
    case capacity(of: String, withoutAnyOf: String, atLeast: Rate)
  }

  /// The figure and its limit.
  public let requirement: Requirement
  /// True where the limit itself is not enough.
  public let isStrict: Bool
  /// As people read it: `P(shop meets gold) >= 99%`.
  public let text: String
  /// The stretch of time in which downtimes, outages and costs are told.
  public let window: Window

  /// `requirement`, called `text`, whose figures are told per `window`.
  public init(
    _ requirement: Requirement, text: String, isStrict: Bool = false, per window: Window = .month
  ) {
    self.requirement = requirement
    self.text = text
    self.isStrict = isStrict
    self.window = window
  }

  /// True where it is written as the chance of a longer downtime, which a promise that is kept often bounds.
  public var asksForExcess: Bool { text.hasPrefix("P(downtime") }

  /// What it is about.
  public var subject: String {
    switch requirement {
    case .availability(let name, _), .outages(let name, _), .promise(_, let name, _),
      .shortfall(let name, _), .cost(let name, _), .capacity(let name, _, _):
      name
    }
  }

  /// What may be spent on what; nil for other conditions.
  var costLimit: (name: String, cost: Cost)? {
    guard case .cost(let name, let limit) = requirement else { return nil }
    return (name, limit)
  }

  /// True where it is known without looking at failures.
  var isOfTheDesign: Bool {
    switch requirement {
    case .cost, .capacity: true
    case .availability, .outages, .promise, .shortfall: false
    }
  }

  /// True for long-run availabilities, which are exact where the exact engine can tell.
  var isOfTheLongRun: Bool {
    if case .availability = requirement { true } else { false }
  }

  /// True where downtime decides.
  var isOfDowntime: Bool {
    switch requirement {
    case .availability, .promise: true
    case .outages, .shortfall, .cost, .capacity: false
    }
  }

  /// True where more of what is up can only help.
  var favoursMore: Bool {
    switch requirement {
    case .availability, .promise, .shortfall, .capacity: true
    case .outages, .cost: false
    }
  }

  /// The same requirement of something else.
  func about(_ name: String) -> SizingCondition {
    let requirement: Requirement =
      switch requirement {
      case .availability(_, let limit): .availability(of: name, atLeast: limit)
      case .outages(_, let limit): .outages(of: name, atMost: limit)
      case .promise(let question, _, let limit): .promise(question, of: name, atLeast: limit)
      case .shortfall(_, let limit): .shortfall(of: name, atMost: limit)
      case .cost(_, let limit): .cost(of: name, atMost: limit)
      case .capacity(_, let family, let limit):
        .capacity(of: name, withoutAnyOf: family, atLeast: limit)
      }
    return SizingCondition(requirement, text: text, isStrict: isStrict, per: window)
  }
}

/// What a condition came to.
public struct ConditionOutcome: Sendable, Hashable {
  /// A figure, with how it is known.
  public enum Figure: Sendable, Hashable {
    /// Exact, with both tails: an availability, or the chance that a promise is met.
    case probability(Probability)
    /// Simulated: an unavailability, the chance that a promise is missed, or outages per second.
    case simulated(Estimate)
    /// Exact; nil where it isn't known.
    case outages(Frequency?)
    /// No outages to count: it is always down.
    case alwaysDown
    /// Exact, the share of the demand that is not carried.
    case shortfall(Double)
    /// Exact; nil where nothing has a cost.
    case cost(Cost?)
    /// Exact; nil where no capacity limits it.
    case capacity(Rate?)
  }

  /// What was asked.
  public let condition: SizingCondition
  /// What was found.
  public let figure: Figure
  /// Whether it is kept; nil where the data can't tell.
  public let isMet: Bool?

  /// How far it is from the limit, better being larger: log of the ratio of what is lost. For choosing
  /// the best of those that fail.
  var merit: Double {
    switch figure {
    case .probability(let probability): -probability.complement
    case .simulated(let estimate): -estimate.value
    case .alwaysDown: -.infinity
    case .outages(let frequency): -(frequency?.perSecond ?? .infinity)
    case .shortfall(let share): -share
    case .cost(let cost): -(cost?.perMonth ?? 0)
    case .capacity(let rate): rate?.amount ?? .infinity
    }
  }
}
