import Quantities
import Topology

/// Declarations: groups, failure domains and systems.
extension Checker {
  mutating func declare(_ declaration: Declaration) throws(Diagnostic) {
    switch declaration.kind {
    case .service: try part(declaration, .service)
    case .store: try part(declaration, .store)
    case .queue: try part(declaration, .queue)
    case .zones, .regions, .domains: try family(declaration)
    case .system: try system(declaration)
    case .changes: try changes(declaration)
    case .maintenance: try maintenance(declaration)
    case .sla: try agreements.declare(declaration, source)
    }
  }

  private mutating func system(_ declaration: Declaration) throws(Diagnostic) {
    guard let expression = declaration.expression else {
      throw Diagnostic(
        .expectedExpression, "a system is made of something: write `= a & b` after its name",
        at: declaration.name.span.after, fixes: [" = 99.9%"])
    }
    try define(declaration.name, .system, expression, declaration.clauses)
  }

  private mutating func part(
    _ declaration: Declaration, _ role: Definition.Role
  ) throws(Diagnostic) {
    if let expression = declaration.expression {
      try define(declaration.name, role, expression, declaration.clauses)
    } else {
      try group(declaration, role)
    }
  }

  // MARK: Failure domains

  private mutating func family(_ declaration: Declaration) throws(Diagnostic) {
    let name = declaration.name
    if let expression = declaration.expression {
      throw Diagnostic(
        .misplacedClause, "domains are counted, not composed: write `\(name.text): 3, 99.99%`",
        at: name.span.after.through(expression.span), fixes: [": 3, 99.99%"])
    }
    let clauses = try ClauseSet(declaration.clauses, .domains, source)
    guard let count = clauses.count else {
      throw Diagnostic(
        .missingCount, "say how many domains there are, such as 3",
        at: declaration.clauses.first?.span.before ?? name.span.after,
        fixes: [declaration.clauses.isEmpty ? ": 3, 99.99%" : "3, "])
    }
    if let of = count.of {
      throw Diagnostic(
        .misplacedClause, "domains have a number, not a need: write the number alone",
        at: count.span, fixes: [of.literal.map(String.init) ?? "3"])
    }
    if let parent = count.per { spans.use(parent, in: name.text) }
    notePlaces(clauses, name.text)
    noteUntimed(clauses, name.text)
    let component = try QuantityReading.component(clauses, laws, at: name.span)
      .costing(try cost(clauses))
    spans.define(name)
    spans.count(count.span, of: name.text)
    let number = try QuantityReading.count(count.first)
    try checkNumber(number, count.first.span, limit: Topology.domainLimit)
    families.append(
      DomainFamily(
        name.text, count: number, per: count.per?.text,
        inside: clauses.inside.first?.text, component))
  }

  // MARK: Groups

  private mutating func group(
    _ declaration: Declaration, _ role: Definition.Role
  ) throws(Diagnostic) {
    let name = declaration.name
    let clauses = try ClauseSet(declaration.clauses, .group, source)
    let member = try QuantityReading.component(clauses, laws, at: name.span)
      .carrying(try capacity(clauses, of: name.text)).costing(try cost(clauses))
    let (size, need) = try sizeAndNeed(clauses, name)
    noteGroup(clauses, name)
    let group = Group(
      size, need: need, of: member,
      commonCause: try clauses.common.map { share throws(Diagnostic) in
        try QuantityReading.value(share)
      },
      across: clauses.across.map(\.text), inside: clauses.inside.map(\.text),
      behaviour: try groupBehaviour(clauses.behaviour, of: name.text))
    add(try definition(name, role, .group(group), clauses), name)
  }

  private mutating func noteGroup(_ clauses: ClauseSet, _ name: Identifier) {
    if let family = clauses.count?.per { spans.use(family, in: name.text) }
    notePlaces(clauses, name.text)
    noteUntimed(clauses, name.text)
    if let span = clauses.count?.span { spans.count(span, of: name.text) }
    if let span = clauses.need?.span ?? clauses.count?.first.span {
      spans.need(span, of: name.text)
    }
  }

  mutating func notePlaces(_ clauses: ClauseSet, _ name: String) {
    for (use, removal) in clauses.placements {
      spans.use(use, in: name)
      spans.place(use.text, removal, of: name)
    }
    if let common = clauses.common, let removal = clauses.commonRemoval {
      spans.common(common.span, removal, of: name)
    }
  }

  private mutating func sizeAndNeed(
    _ clauses: ClauseSet, _ name: Identifier
  ) throws(Diagnostic) -> (Group.Size, Int) {
    let need = try clauses.need.map { count throws(Diagnostic) in
      try QuantityReading.count(count)
    }
    guard let count = clauses.count else { return (.members(1), need ?? 1) }
    let first = try QuantityReading.count(count.first)
    if let of = count.of {
      try refuseSecondNeed(clauses, count.span, per: count.per)
      let members = try QuantityReading.count(of)
      try checkSize(members, need: count.first, count.span)
      return (.members(members), first)
    }
    try checkNumber(first, count.first.span)
    if let need {
      return (count.per.map { .perDomain(first, family: $0.text) } ?? .members(first), need)
    }
    guard first != 1 || count.per != nil else { return (.members(1), 1) }
    let missing = missingNeed(first, count.span, count.per)
    guard clauses.capacity != nil else { throw missing }
    flows.needless.append((name.text, missing))
    return (count.per.map { .perDomain(first, family: $0.text) } ?? .members(first), 1)
  }

  /// Refuses none, and more than can be counted, of members or domains that stand alone: `0, need 2`.
  private func checkNumber(
    _ number: Int, _ span: SourceSpan, limit: Int = Topology.memberLimit
  ) throws(Diagnostic) {
    guard number < 1 || number > limit else { return }
    throw Diagnostic(
      number < 1 ? .noMembers : .tooManyMembers,
      "there must be 1 to \(limit) of them, not \(number)", at: span,
      fixes: [number < 1 ? "3" : "\(limit)"])
  }

  private func refuseSecondNeed(
    _ clauses: ClauseSet, _ span: SourceSpan, per: Identifier?
  ) throws(Diagnostic) {
    if let removal = clauses.needRemoval {
      throw Diagnostic(
        .duplicateClause,
        "`\(source.text(in: span))` already says how many are needed; leave `need` out",
        at: removal.span, fixes: removal.fixes)
    }
    if let per {
      throw Diagnostic(
        .misplacedClause, "say how many there are per \(per.text), and how many are needed in all",
        at: span, fixes: ["1 per \(per.text), need 1"])
    }
  }

  private func missingNeed(_ count: Int, _ span: SourceSpan, _ per: Identifier?) -> Diagnostic {
    let family = per.flatMap { per in families.first { $0.name == per.text } }
    let members = count.multipliedReportingOverflow(by: family?.count ?? 1).partialValue
    let need = max(1, members - (per == nil ? 1 : count))
    let fix = per.map { "\(count) per \($0.text), need \(need)" } ?? "\(need) of \(count)"
    return Diagnostic(
      .missingNeed, "say how many of the members must be up, such as `\(fix)`", at: span,
      fixes: count > 0 ? [fix] : [])
  }
}
