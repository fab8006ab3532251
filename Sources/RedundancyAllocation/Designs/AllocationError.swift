import Quantities

/// Why a design can't be found. The description says what to do next.
public enum AllocationError: Error, Sendable, CustomStringConvertible {
  /// A space without choices.
  case noChoices
  /// A choice without options.
  case noOptions(choice: String)
  /// Two choices, or two options of a choice, with one name.
  case repeatedName(String, choice: String?)
  /// A cost or a use that is negative or not finite.
  case demand(Double, of: String, choice: String, option: String)
  /// An option that says what it uses of so many resources, of how many.
  case uses(Int, of: Int, choice: String, option: String)
  /// Availabilities that don't go with the options of a space of independent choices.
  case availabilities(Int, of: Int, choice: String)
  /// A number that is no probability, and where it stands.
  case notAProbability(Double, where: String)
  /// A limit that is negative or not a number.
  case limit(Double, of: String)
  /// So many limits for how many resources.
  case limits(Int, of: Int)
  /// A limit below the least that any design uses.
  case belowLeast(Double, of: String, least: Double)
  /// Each limit can be kept, but no design keeps all of them.
  case noDesignWithinLimits
  /// No design meets the target.
  case unreachable(UnreachableTarget)
  /// More designs than a search by evaluation can take: how many, how many it takes, and the choice
  /// with the most options.
  case tooManyDesigns(Double, most: Int, widest: String)
  /// More partial designs at once, none better in all than another, than a search holds.
  case tooManyPartialDesigns(most: Int)
  /// A subsystem with more units, kinds or mixes of them than are enumerated.
  case tooMany(Double, of: String, most: Int, subsystem: String)
  /// A subsystem that needs fewer than one unit, or more than it may have.
  case need(Int, atMost: Int, subsystem: String)
  /// An option that leaves a design more available than a later one of an ordered choice.
  case notOrdered(design: String, choices: [String])
  /// An improvement whose cost is negative or not finite.
  case improvementCost(Double, improvement: String)
  /// The evaluator threw for a design.
  case evaluation(design: String, any Error)
  /// The task was cancelled: how many designs had been examined, and the best of them so far.
  case cancelled(examined: Int, best: Design?)

  /// One sentence for people, with what to do next.
  public var description: String {
    switch self {
    case .noChoices: "the space has no choices; add at least one with its options"
    case .noOptions(let choice): "the choice '\(choice)' has no options; add at least one"
    case .repeatedName(let name, let choice):
      "\(choice.map { "the choice '\($0)'" } ?? "the space") has the name '\(name)' twice; "
        + "give each a name of its own"
    case .demand, .uses, .availabilities, .notAProbability, .improvementCost: badNumber
    case .limit, .limits, .belowLeast, .noDesignWithinLimits, .unreachable: badLimit
    case .tooManyDesigns, .tooManyPartialDesigns, .tooMany, .need: tooLarge
    case .notOrdered(let design, let choices):
      "the choices \(choices.quoted) are declared to go from worse to better, but \(design) is more "
        + "available than the same with better options; declare them unordered"
    case .evaluation(let design, let error): "\(design) can't be evaluated: \(error)"
    case .cancelled(let examined, let best):
      "cancelled after \(examined) designs" + (best.map { "; the best so far: \($0)" } ?? "")
    }
  }
}

extension AllocationError {
  fileprivate var badNumber: String {
    switch self {
    case .demand(let number, let resource, let choice, let option):
      "the option '\(option)' of '\(choice)' has \(number.figure) as its \(resource); "
        + "write a finite number that isn't negative"
    case .uses(let count, let needed, let choice, let option):
      "the option '\(option)' of '\(choice)' says what it uses of \(count) resources; "
        + "the space has \(needed)"
    case .availabilities(let count, let needed, let choice):
      "'\(choice)' has \(needed) options but \(count) availabilities; give each option one"
    case .notAProbability(let number, let place):
      "\(place) has an availability of \(number.figure); it must be 0 to 1"
    case .improvementCost(let number, let improvement):
      "the improvement '\(improvement)' has a cost of \(number.figure); "
        + "write a finite number that isn't negative"
    default: ""
    }
  }

  fileprivate var badLimit: String {
    switch self {
    case .limit(let number, let resource):
      "\(number.figure) is no limit for \(resource); write a number that isn't negative"
    case .limits(let count, let needed):
      "\(count) limits for \(needed) resources; give one each, or none"
    case .belowLeast(let limit, let resource, let least):
      "no design keeps to \(limit.figure) of \(resource): the least is \(least.figure)"
    case .noDesignWithinLimits:
      "each limit can be kept, but no design keeps all of them; raise one"
    case .unreachable(let target): target.description
    default: ""
    }
  }

  fileprivate var tooLarge: String {
    switch self {
    case .tooManyDesigns(let size, let most, let widest):
      "the space has \(size.figure) designs, and at most \(most) can be searched by evaluating them; "
        + "narrow '\(widest)', which has the most options, or state the choices as independent in "
        + "series"
    case .tooManyPartialDesigns(let most):
      "more than \(most) partial designs are each the best for something; set a tighter limit or a "
        + "target, or round the costs"
    case .tooMany(let count, let things, let most, let subsystem):
      "'\(subsystem)' can have \(count.figure) \(things), and at most \(most) are enumerated; allow "
        + "fewer units or kinds, or don't mix"
    case .need(let need, let most, let subsystem):
      "'\(subsystem)' needs \(need) units and may have \(most); need at least 1 and at most that many"
    default: ""
    }
  }
}

extension [String] {
  fileprivate var quoted: String { map { "'\($0)'" }.joined(separator: ", ") }
}
