/// Why the exact engine has no answer.
public enum StructureFunctionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing is called that.
  case unknownName(String)
  /// A sum, or a group with a capacity, has too many different levels.
  case tooManyLevels(String, limit: Int)
  /// Parts are shared in so many ways that the decision diagram outgrew its limit.
  case tooMeshed(String, gates: Int)
  /// More minimal cut sets than asked for.
  case tooManyCutSets(limit: Int)
  /// Written out for single components the structure outgrew its limit.
  case tooManyComponents(String, limit: Int)
  /// Components that matter have no times, so that their failures can't be placed in time.
  case untimed([String])
  /// A part that draws by chance is met under several demands: the definition, and what it does there.
  case drawnTwice(String, behaviour: String)
  /// A part follows from histories in a way that has no closed form: the definition, and what it does
  /// there, such as `failover`.
  case followsHistory(String, behaviour: String)

  /// One sentence for people, with what could answer.
  public var description: String {
    switch self {
    case .unknownName(let name): "nothing is called '\(name)'"
    case .tooManyLevels(let name, let limit):
      "\(name) has more than \(limit) different levels; add fewer terms, or fewer and larger members"
    case .tooMeshed(let name, let gates):
      """
      \(name) shares its parts in too many ways for an exact answer (more than \(gates) gates); \
      `simulate \(name)` can answer
      """
    case .tooManyCutSets(let limit):
      "there are more than \(limit) minimal cut sets; ask for a smaller order"
    case .tooManyComponents(let name, let limit):
      "\(name) has more than \(limit) single components or uses of them; copy fewer members"
    case .untimed(let names):
      "\(names.joined(separator: ", ")): without times there are no outages; add an mttr"
    case .drawnTwice(let name, let behaviour):
      """
      the \(behaviour) of \(name) is met under several demands, and would be drawn for each by itself; \
      put one demand on what depends on \(name), or ask about each system alone
      """
    case .followsHistory(let name, let behaviour):
      "\(Self.history(name, behaviour)); `simulate` can answer"
    }
  }

  /// That a part follows from its history: `the crews of web follow from their history`.
  package static func history(_ name: String, _ behaviour: String) -> String {
    behaviour.hasSuffix("s")
      ? "the \(behaviour) of \(name) follow from their history"
      : "the \(behaviour) of \(name) follows from its history"
  }
}
