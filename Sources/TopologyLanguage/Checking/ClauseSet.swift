import Quantities
import Topology

/// The clauses of one scope, each word at most once where once is all it can mean.
struct ClauseSet {
  private(set) var count:
    (first: CountSyntax, of: CountSyntax?, per: Identifier?, span: SourceSpan)?
  private(set) var need: CountSyntax?
  private(set) var availability: (PercentSyntax, SourceSpan)?
  private(set) var mtbf: TimeSyntax?
  private(set) var mttr: TimeSyntax?
  private(set) var common: PercentSyntax?
  private(set) var capacity: RateSyntax?
  private(set) var cost: (amount: NumberSyntax, window: WindowSyntax?)?
  private(set) var demand: DemandSyntax?
  private(set) var across: [Identifier] = []
  private(set) var inside: [Identifier] = []
  private(set) var needs: [Identifier] = []
  private(set) var wants: [(name: Identifier, degraded: PercentSyntax?)] = []
  /// What happens in time.
  private(set) var behaviour = BehaviourClauses()
  /// The first clause that only a component or group can take.
  private(set) var componentSpan: SourceSpan?
  /// How to leave out the last clause that says how much the component is up.
  private(set) var lastOfLife: ClauseRemoval?
  /// How to leave each domain or family out.
  private(set) var placements: [(Identifier, ClauseRemoval)] = []
  /// How to leave the capacity, the demand and the cost out.
  private(set) var capacityRemoval: ClauseRemoval?
  private(set) var demandRemoval: ClauseRemoval?
  private(set) var costRemoval: ClauseRemoval?
  /// How to leave the need out.
  private(set) var needRemoval: ClauseRemoval?
  /// How to leave the common cause out.
  private(set) var commonRemoval: ClauseRemoval?
  /// The place behind the last clause, where another can be inserted; nil without any.
  let end: SourceSpan?
  /// True when every clause is an mtbf or an mttr.
  let areTimesAlone: Bool
  private let source: SourceText

  init(_ clauses: [Clause], _ place: Place, _ source: SourceText) throws(Diagnostic) {
    self.source = source
    end = clauses.last?.span.after
    areTimesAlone = clauses.allSatisfy(\.content.isTime)
    for clause in clauses {
      try place.check(clause, source)
      try take(clause)
    }
    if availability != nil { try refuseThirdOfLife() }
  }

  /// Two of availability, mtbf and mttr decide the third; the availability stands among the clauses
  /// or in the expression before them.
  func refuseThirdOfLife() throws(Diagnostic) {
    guard mtbf != nil, mttr != nil, let last = lastOfLife else { return }
    throw Diagnostic(
      .tooManyTimes,
      "an availability, an mtbf and an mttr are one too many: two decide the third",
      at: last.span, fixes: last.fixes)
  }

  /// True when a clause says something about a component's life.
  var describesComponent: Bool { availability != nil || mtbf != nil || mttr != nil }

  private mutating func take(_ clause: Clause) throws(Diagnostic) {
    switch clause.content {
    case .count(let first, let of, let per):
      try once(count == nil, clause)
      count = (first, of, per, clause.span)
    case .availability(let percent, let window):
      if let window {
        throw Diagnostic(
          .misplacedClause,
          "a promise per window belongs to an sla; a component's availability has no window",
          at: clause.span, fixes: [percent.text], notes: ["the window is \(window.text)"])
      }
      try once(availability == nil, clause)
      availability = (percent, clause.span)
    case .mtbf(let time):
      try once(mtbf == nil, clause)
      mtbf = time
    case .mttr(let time):
      try once(mttr == nil, clause)
      mttr = time
    default: try takeStructure(clause)
    }
    noteComponent(clause)
  }

  private mutating func takeStructure(_ clause: Clause) throws(Diagnostic) {
    switch clause.content {
    case .need(let count):
      try once(need == nil, clause)
      need = count
    case .common(let share):
      try once(common == nil, clause)
      common = share
    case .capacity(let rate):
      try once(capacity == nil, clause)
      capacity = rate
    case .cost(let amount, let window):
      try once(cost == nil, clause)
      cost = (amount, window)
    case .demand(let rate):
      try once(demand == nil, clause)
      demand = rate
    case .across(let family): across.append(family)
    case .inDomain(let domain): inside.append(domain)
    case .needs(let names): needs += names
    case .wants(let names, let degraded): wants += names.map { ($0, degraded) }
    default:
      guard try behaviour.take(clause, source) else {
        throw .notYet(clause.content.word, ClauseRemoval(of: clause.span, in: source))
      }
    }
  }

  private mutating func noteComponent(_ clause: Clause) {
    switch clause.content {
    case .mtbf, .mttr, .common, .across, .inDomain, .capacity, .cost:
      componentSpan = componentSpan ?? clause.span
    default: break
    }
    let removal = ClauseRemoval(of: clause.span, in: source)
    switch clause.content {
    case .availability, .mtbf, .mttr: lastOfLife = removal
    case .common: commonRemoval = removal
    case .capacity: capacityRemoval = removal
    case .demand: demandRemoval = removal
    case .cost: costRemoval = removal
    case .need: needRemoval = removal
    case .across(let name), .inDomain(let name): placements.append((name, removal))
    default: break
    }
  }

  private func once(_ isFirst: Bool, _ clause: Clause) throws(Diagnostic) {
    guard !isFirst else { return }
    throw .twice(clause, ClauseRemoval(of: clause.span, in: source))
  }
}
