/// Groups whose members share crews, wait for each other or carry each other's load, as a chain:
/// up times of equal exponential phases, exponential restorations.
///
/// Written from the rules member by member, with nothing lumped.
public struct CoupledChain: Sendable {
  /// One group of equal members.
  public struct Group: Sendable {
    /// How many members it has.
    public var count: Int
    /// How many of them work.
    public var need: Int
    /// The mean up time of a working member.
    public var mtbf: Double
    /// The mean restoration.
    public var mttr: Double
    /// The speed at which spares age.
    public var waiting = 1.0
    /// The exponent of load sharing.
    public var sharing = 0.0
    /// Phases of an up time.
    public var phases = 1

    /// A group of members that don't depend on each other.
    public init(_ count: Int, need: Int, mtbf: Double, mttr: Double) {
      self.count = count
      self.need = need
      self.mtbf = mtbf
      self.mttr = mttr
    }
  }

  /// A state: what each member does, group by group, and the line of those that are down.
  public struct State: Hashable, Sendable {
    /// The phase that each member is in; nil while it is down.
    public var phases: [Int?]
    /// Whether each member works.
    public var works: [Bool]
    /// Members that are down, by their failures.
    public var line: [Int]
  }

  private let groups: [Group]
  private let crews: Int
  /// For each member its group.
  private let groupOf: [Int]

  /// The groups that share so many crews.
  public init(_ groups: [Group], crews: Int) {
    self.groups = groups
    self.crews = crews
    groupOf = groups.indices.flatMap { Array(repeating: $0, count: groups[$0].count) }
  }

  private func members(_ group: Int) -> [Int] { groupOf.indices.filter { groupOf[$0] == group } }

  /// How many members of a group are up.
  public func up(_ group: Int, _ state: State) -> Int {
    members(group).count { state.phases[$0] != nil }
  }

  /// The chain from all up and new.
  public func chain() -> SmallChain<State> {
    var start = State(phases: groupOf.map { _ in 0 }, works: groupOf.map { _ in false }, line: [])
    for group in groups.indices { fillPlaces(group, &start) }
    return SmallChain(from: start) { moves(from: $0) }
  }

  /// Spares take free places in order of declaration.
  private func fillPlaces(_ group: Int, _ state: inout State) {
    for member in members(group) where state.phases[member] != nil && !state.works[member] {
      if members(group).count(where: { state.works[$0] }) < groups[group].need {
        state.works[member] = true
      }
    }
  }

  private func moves(from state: State) -> [(to: State, rate: Double)] {
    let ageing = groupOf.indices.compactMap { member in
      state.phases[member].map { (aged(member, phase: $0, state), speed(member, state)) }
    }
    let repairs = state.line.prefix(crews).map { member in
      (restored(member, state), 1 / groups[groupOf[member]].mttr)
    }
    return ageing + repairs
  }

  private func speed(_ member: Int, _ state: State) -> Double {
    let group = groups[groupOf[member]]
    let rate = Double(group.phases) / group.mtbf
    if !state.works[member] { return rate * group.waiting }
    guard group.sharing > 0 else { return rate }
    // n / m to a whole power.
    let load = Double(group.count) / Double(up(groupOf[member], state))
    return rate * (0..<Int(group.sharing)).reduce(1) { product, _ in product * load }
  }

  private func aged(_ member: Int, phase: Int, _ state: State) -> State {
    var next = state
    guard phase + 1 == groups[groupOf[member]].phases else {
      next.phases[member] = phase + 1
      return next
    }
    next.phases[member] = nil
    next.works[member] = false
    next.line.append(member)
    fillPlaces(groupOf[member], &next)
    return next
  }

  private func restored(_ member: Int, _ state: State) -> State {
    var next = state
    next.line.removeAll { $0 == member }
    next.phases[member] = 0
    fillPlaces(groupOf[member], &next)
    return next
  }
}
