/// What is wrong with a behaviour in time. Words are those of the topology language.
public enum BehaviourFlaw: Error, Sendable, Hashable {
  /// A length, a number or a share, the word says which, that must be above 0.
  case notPositive(String)
  /// The law of a word has parameters out of range.
  case law(String, String)
  /// A backlog that is never worked off.
  case drain(Double)
  /// The word takes over or routes between members, and there is one.
  case ofOne(String)
  /// A time to live in a group: it belongs between two places.
  case timeToLiveInGroup
  /// A detection beside the one of the failover.
  case twoDetections
  /// No crews at all.
  case noCrews(Int)
  /// Crews for an expression in which nothing fails by itself.
  case nothingToRestore
  /// Crews of this definition and others of the group.
  case twoCrews(group: String)
  /// Spares of which there are none.
  case noSpare(need: Int)
  /// Spares that wait, and a load that all share.
  case standbyWithSharing
  /// An exponent of load sharing that is no number from 0.
  case sharing(Double)
  /// Something is sent through what is not a queue.
  case notAQueue(String)
  /// Something is sent through a queue without a buffer.
  case noBuffer(queue: String)
  /// A queue that would hold messages for itself.
  case ownConsumer(queue: String)
  /// Two consumers of one queue.
  case twoConsumers(queue: String, String, String)
  /// One thing under two words that contradict each other, or under one twice.
  case calledTwice(String, String, String)
  /// Windows longer together than their spacing: so many, one after another.
  case longWindows(places: Int)
  /// Nothing that could roll.
  case rollingWithoutScope
  /// Neither a group nor a family of domains, nor one domain.
  case notAScope(String)
  /// The same scope twice.
  case scopeTwice(String)
  /// Maintenance with a scope that is also part of something.
  case scopedMaintenance(String)
  /// A component known by its availability alone, below the rule of a definition: its word and name.
  case untimed(rule: String, of: String)

  /// One sentence for people.
  public var sentence: String {
    switch self {
    case .notPositive(let word): "\(word) must be above 0"
    case .law(let word, let flaw): "\(word) cannot be this: \(flaw)"
    case .drain(let rate):
      "a drain must be above 1, not \(Self.plain(rate)): at 1 and below the backlog is never"
        + " worked off"
    case .ofOne(let word): "\(word) is between members, and there is one"
    case .timeToLiveInGroup:
      "ttl belongs between two places, as in (eu else us, failover 5min, ttl 60s)"
    case .twoDetections: "the failover has a detection of its own; leave the other out"
    case .noCrews(let crews): "there must be at least one crew, not \(crews)"
    case .nothingToRestore:
      "crews restore the parts written here and the members of services named here, and there "
        + "are none"
    case .twoCrews(let group): "'\(group)' has crews already; one limit holds for its members"
    case .noSpare(let need):
      need == 1
        ? "the one member is needed, so that there is no spare that could wait"
        : "all \(need) members are needed, so that there is no spare that could wait"
    case .standbyWithSharing: "standby and sharing exclude each other: a spare carries no load"
    case .sharing(let exponent):
      "the exponent of sharing must be 0 or more, not \(Self.plain(exponent))"
    case .notAQueue(let name): "'\(name)' is not a queue; declare it as one, with a buffer"
    case .noBuffer(let queue): "the queue '\(queue)' has no buffer; say how much it holds"
    case .ownConsumer(let queue): "the queue '\(queue)' can't hold messages for itself"
    case .twoConsumers(let queue, let first, let second):
      "'\(queue)' holds messages for '\(first)'; give those for '\(second)' a queue of their own"
    case .calledTwice(let name, let first, let second):
      first == second
        ? "'\(name)' stands under \(first) twice"
        : "'\(name)' stands under \(first) and \(second); the two say different things of one call"
    case .longWindows(let places):
      places == 1
        ? "a window must not last longer than from one to the next"
        : "\(places) windows one after another last longer than from one round to the next"
    case .rollingWithoutScope: "rolling goes from member to member; say of what with `across`"
    case .notAScope(let name):
      "'\(name)' is neither a service with members nor a family of domains; of anything else, name "
        + "the maintenance beside it, as in `lb & patch`"
    case .scopeTwice(let name): "'\(name)' is in the scope twice"
    case .scopedMaintenance(let name):
      "'\(name)' takes down what is in its scope; it can't be part of something too"
    case .untimed(let rule, let name):
      "it has no times, without which \(rule) of '\(name)' can't be followed: add an mttr"
    }
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
