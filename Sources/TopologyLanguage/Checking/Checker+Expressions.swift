import Quantities
import Topology

/// Expressions, with the clauses that belong to them.
extension Checker {
  mutating func define(
    _ name: Identifier, _ role: Definition.Role, _ expression: ExpressionSyntax, _ clauses: [Clause]
  ) throws(Diagnostic) {
    let set = try ClauseSet(clauses, .expression, source)
    spans.body(expression.span, of: name.text)
    let body = try body(expression, set, name.text)
    add(try definition(name, role, body, set), name)
  }

  /// `across`, `in` and `common` make a group of `k of n` copies of one component.
  private mutating func body(
    _ expression: ExpressionSyntax, _ clauses: ClauseSet, _ name: String
  ) throws(Diagnostic) -> Definition.Body {
    let isPlaced = !(clauses.across.isEmpty && clauses.inside.isEmpty && clauses.common == nil)
    let addsCapacities = clauses.capacity != nil && expression.copiesLiteral
    let scope = try scope(clauses, for: expression, isFollowed: false)
    noteUntimed(expression, scope, at: clauses.end, name)
    let value = try self.expression(expression, scope, name)
    guard isPlaced || addsCapacities else { return .expression(value) }
    let (need, count, member) = try members(value, clauses)
    notePlaces(clauses, name)
    return .group(
      Group(
        .members(count), need: need, of: member,
        commonCause: try clauses.common.map { share throws(Diagnostic) in
          try QuantityReading.value(share)
        },
        across: clauses.across.map(\.text), inside: clauses.inside.map(\.text),
        behaviour: GroupBehaviour(crews: try crews(clauses.behaviour))))
  }

  private func members(
    _ value: Expression, _ clauses: ClauseSet
  ) throws(Diagnostic) -> (need: Int, count: Int, member: Component) {
    switch value {
    case .component(let component): return (1, 1, component)
    case .copies(let need, let count, .component(let component)): return (need, count, component)
    default:
      throw Diagnostic(
        .ambiguousScope,
        "across, in, common and capacity belong to one component or to `k of n` copies of one",
        at: clauses.componentSpan ?? .unknown,
        notes: ["declare the part that stands there as a service of its own"])
    }
  }

  /// What the clauses say about the one literal and the one `else` in their scope.
  private func scope(
    _ clauses: ClauseSet, for expression: ExpressionSyntax, isFollowed: Bool
  ) throws(Diagnostic) -> ScopeClauses {
    let failover = try failover(clauses.behaviour, for: expression)
    return ScopeClauses(
      times: try times(clauses, for: expression), failover: failover,
      isFollowed: isFollowed || failover != nil || !clauses.behaviour.effects.isEmpty)
  }

  /// mtbf, mttr and capacity belong to the one literal in their scope.
  private func times(
    _ clauses: ClauseSet, for expression: ExpressionSyntax
  ) throws(Diagnostic) -> ClauseSet? {
    guard clauses.belongToLiteral else { return nil }
    switch expression.literals.count {
    case 0:
      let last = clauses.lastOfLife ?? clauses.capacityRemoval ?? clauses.costRemoval
      throw Diagnostic(
        .ambiguousScope,
        "\(clauses.literalWords) belong to an availability, and there is none here",
        at: last?.span ?? expression.span, fixes: last?.fixes ?? [])
    case 1:
      try clauses.refuseThirdOfLife()
      return clauses
    default: throw ambiguousTimes(clauses, expression)
    }
  }

  /// The error shows what could be meant.
  private func ambiguousTimes(
    _ clauses: ClauseSet, _ expression: ExpressionSyntax
  ) -> Diagnostic {
    let literals = expression.literals
    let end = clauses.end ?? expression.span.after
    let span = expression.span.through(end)
    let times = source.text(in: expression.span.after.through(end))
    let readings = literals.prefix(3).map { literal in
      let before = SourceSpan(
        offset: span.offset, length: literal.span.offset - span.offset)
      let after = literal.span.after.through(expression.span)
      return "\(source.text(in: before))(\(source.text(in: literal.span))\(times))"
        + source.text(in: after)
    }
    let isWhole = clauses.areTimesAlone
    return Diagnostic(
      .ambiguousScope,
      "\(clauses.literalWords) could belong to any of \(literals.count) availabilities here; "
        + "put them in parentheses with theirs",
      at: isWhole ? span : clauses.componentSpan ?? span, fixes: isWhole ? readings : [])
  }

  /// What an expression means.
  mutating func expression(
    _ syntax: ExpressionSyntax, _ scope: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> Expression {
    switch syntax.content {
    case .percent(let percent): return .component(try literal(percent, scope, name))
    case .level(let percent): return .level(try level(percent))
    case .name(let identifier):
      spans.use(identifier, in: name)
      return .name(identifier.text)
    case .component(let clauses): return try component(clauses, syntax.span, scope, name)
    case .bracket(let inner, let clauses): return try bracket(inner, clauses, scope, name)
    case .copies(let need, let count, let operand):
      return try copies(need, count, expression(operand, scope, name))
    case .choice(let need, let operands):
      let need = try self.need(need, members: operands.count)
      return .atLeast(need, of: try expressions(operands, scope, name))
    case .all(let operands):
      warnOfRepetition(operands)
      return .all(try expressions(operands, scope, name))
    case .any(let operands):
      warnOfRepetition(operands)
      return .any(try expressions(operands, scope, name))
    case .otherwise(let primary, let alternative):
      return try otherwise(primary, alternative, scope, name)
    case .sum(let terms): return try sum(terms, syntax.span, scope, name)
    }
  }

  private mutating func component(
    _ clauses: [Clause], _ span: SourceSpan, _ scope: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> Expression {
    let set = try ClauseSet(clauses, .component, source)
    if let entry = set.behaviour.takeover.first {
      throw takeoverOfNothing(entry, hasCopies: false)
    }
    noteUntimed(set, name, isFollowed: scope.isFollowed || !set.behaviour.effects.isEmpty)
    let component = try QuantityReading.component(set, laws, at: span)
    return try behaving(
      .component(component.carrying(try capacity(set, of: name)).costing(try cost(set))),
      set.behaviour)
  }

  private mutating func literal(
    _ percent: PercentSyntax, _ scope: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> Component {
    let clauses = scope.times
    if clauses?.hasTimes != true, percent.point?.complement != 0 {
      spans.untimed(
        percent.span, fix: "(\(percent.text), mttr 5min)", in: name,
        isFollowed: scope.isFollowed)
    }
    let component = try QuantityReading.component(
      percent, clauses?.mtbf, clauses?.mttr, laws, at: percent.span)
    guard let clauses else { return component }
    return component.carrying(try capacity(clauses, of: name)).costing(try cost(clauses))
  }

  /// Notes that the component that an expression is has no times, and that they can stand behind its
  /// clauses.
  private mutating func noteUntimed(
    _ expression: ExpressionSyntax, _ scope: ScopeClauses, at end: SourceSpan?, _ name: String
  ) {
    guard case .percent(let percent) = expression.content, percent.point?.complement != 0,
      scope.times?.hasTimes != true
    else { return }
    spans.untimed(
      end ?? expression.span.after, fix: ", mttr 5min", in: name, isFollowed: scope.isFollowed)
  }

  /// Notes that a component is known by its availability alone.
  mutating func noteUntimed(_ clauses: ClauseSet, _ name: String, isFollowed: Bool = false) {
    guard clauses.mtbf == nil, clauses.mttr == nil, let end = clauses.end else { return }
    spans.untimed(end, fix: ", mttr 5min", in: name, isFollowed: isFollowed)
  }

  private mutating func expressions(
    _ operands: [ExpressionSyntax], _ scope: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> [Expression] {
    var result: [Expression] = []
    for operand in operands { result.append(try expression(operand, scope, name)) }
    return result
  }

  private mutating func bracket(
    _ inner: ExpressionSyntax, _ clauses: [Clause], _ outer: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> Expression {
    let set = try ClauseSet(clauses, .component, source)
    let scope = try scope(set, for: inner, isFollowed: outer.isFollowed)
    if let span = set.capacity?.span, inner.copiesLiteral { throw capacityOfCopies(span) }
    noteUntimed(inner, scope, at: set.end, name)
    return try behaving(expression(inner, scope, name), set.behaviour)
  }

  private func copies(
    _ need: CountSyntax, _ count: CountSyntax, _ operand: Expression
  ) throws(Diagnostic) -> Expression {
    let members = try QuantityReading.count(count)
    try checkSize(members, need: need, need.span.through(count.span))
    return .copies(need: try self.need(need, members: members), count: members, of: operand)
  }

  /// Refuses groups of none and of more members than can be counted; `span` is all of `k of n`.
  func checkSize(_ members: Int, need: CountSyntax, _ span: SourceSpan) throws(Diagnostic) {
    let limit = Topology.memberLimit
    guard members < 1 || members > limit else { return }
    let wanted = try QuantityReading.count(need)
    let fix = members < 1 ? "1 of 1" : "\(min(max(wanted, 1), limit)) of \(limit)"
    throw Diagnostic(
      members < 1 ? .noMembers : .tooManyMembers,
      "a group has 1 to \(limit) members, not \(members)", at: span, fixes: [fix])
  }

  private func need(_ need: CountSyntax, members: Int) throws(Diagnostic) -> Int {
    let value = try QuantityReading.count(need)
    guard !(1...members).contains(value) else { return value }
    throw Diagnostic(
      .needOutOfRange, "it needs \(value) of its \(members) members; write 1 to \(members)",
      at: need.span, fixes: ["\(value < 1 ? 1 : members)"])
  }

  private func level(_ percent: PercentSyntax) throws(Diagnostic) -> Level {
    let value = try QuantityReading.value(percent).value
    return (try? Level(value)) ?? .full
  }

  private mutating func otherwise(
    _ primary: ExpressionSyntax, _ alternative: ExpressionSyntax, _ scope: ScopeClauses,
    _ name: String
  ) throws(Diagnostic) -> Expression {
    let first = try expression(primary, scope, name)
    if scope.failover == nil, case .level(let percent) = alternative.content {
      return .fallback(first, try level(percent))
    }
    let second = try expression(alternative, scope, name)
    guard let failover = scope.failover else { return .standby(primary: first, standby: second) }
    return .failover(primary: first, standby: second, failover)
  }

  private mutating func sum(
    _ terms: [SumTerm], _ span: SourceSpan, _ scope: ScopeClauses, _ name: String
  ) throws(Diagnostic) -> Expression {
    guard let weights = try WeightList(terms) else {
      warnOfRepetition(terms.map(\.operand))
      return .sum(try expressions(terms.map(\.operand), scope, name))
    }
    try weights.check(span)
    var result: [WeightedTerm] = []
    for (term, weight) in zip(terms, weights.values) {
      result.append(WeightedTerm(weight: weight, try expression(term.operand, scope, name)))
    }
    return .weighted(result)
  }

  private mutating func warnOfRepetition(_ operands: [ExpressionSyntax]) {
    var seen: Set<String> = []
    for operand in operands {
      guard case .name(let name) = operand.content, !seen.insert(name.text).inserted else {
        continue
      }
      warn(
        Diagnostic(
          .sameThingTwice, "'\(name.text)' is one thing, however often it is named", at: name.span,
          notes: ["two copies of it are written 1 of 2 \(name.text)"]))
    }
  }
}
