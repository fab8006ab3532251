/// One step of a ``StructureProgram``. Operands are numbers of slots; a gate's three slots follow
/// each other: P(up), P(down), and how often it goes down a second.
struct ProgramOperation: Sendable, Hashable {
  enum Kind: UInt8, Sendable {
    /// The gate `result` is up while the gates `first` and `second` are.
    case all
    /// The gate `result` is up while one of the gates `first` and `second` is.
    case any
    /// The gate `result` is the gate `second` while the gate `first` is up, else the gate `third`;
    /// the slot `fourth` holds the probability that the first is critical.
    case mixture
    /// The slot `result` is the sum of products of two slots each, listed from `first`, `second`
    /// pairs in all.
    case sumOfProducts
    /// The slot `result` is P(the gate `first` is up and the gate `second` down) by subtraction; the
    /// slot `third` is the rate by which it will be multiplied.
    case difference
    /// The gate `result` is up by the count of unlike members: see ``MemberCount``.
    case members
    /// The gate `result` is up by the count of few members alike: see ``MemberCount``.
    case fewAlike
    /// The same for many.
    case manyAlike
    /// The slots from `result` on are P(0), P(1), … of `second` copies of the gate `first` being up.
    case countLaw
  }

  let kind: Kind
  var first: Int32 = 0
  var second: Int32 = 0
  var third: Int32 = 0
  var fourth: Int32 = 0
  var result: Int32
}

/// What decides a group by the number of its members that are up.
///
/// Events are ups or downs, whichever are fewer until the group is decided.
struct MemberCount: Sendable, Hashable {
  /// Members of one kind.
  struct Kind: Sendable, Hashable {
    let gate: Int
    let copies: Int
  }

  let kinds: [Kind]
  /// The number of events that decides the group.
  let limit: Int
  let countsUps: Bool
  /// The first of the slots that are free for intermediate results.
  let scratch: Int
  /// For few members alike the number of ways to choose 0, 1, … of them.
  let choices: [Double]

  /// The members, decided by `need` ups, 1 to their number.
  init(_ kinds: [Kind], need: Int, scratch: Int) {
    self.kinds = kinds
    self.scratch = scratch
    let members = Self.members(kinds)
    countsUps = need <= members - need + 1
    limit = min(need, members - need + 1)
    choices = members <= Self.few ? Self.choices(of: members) : []
  }

  /// Groups of so many members alike at most are summed term by term in all lanes at once.
  static let few = 32

  static func members(_ kinds: [Kind]) -> Int { kinds.reduce(0) { $0 + $1.copies } }

  /// How many free slots the count needs.
  static func scratchSlots(_ kinds: [Kind], need: Int) -> Int {
    let members = members(kinds)
    if kinds.count == 1 { return members <= few ? members + 1 : 0 }
    return 2 * min(need, members - need + 1)
  }

  /// The steps that the count takes.
  static func steps(_ kinds: [Kind], need: Int) -> Int {
    kinds.count == 1 ? members(kinds) : members(kinds) * min(need, members(kinds) - need + 1)
  }

  /// Binomial coefficients, exact for up to 56 members.
  private static func choices(of members: Int) -> [Double] {
    var row = [1.0]
    for count in 0..<members {
      row.append(row[count] * Double(members - count) / Double(count + 1))
    }
    return row
  }
}
