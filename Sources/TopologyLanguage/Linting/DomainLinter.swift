import CapacityPlanning
import Topology

/// Finds failure domains whose loss takes a whole down, and what in it is to blame.
struct DomainLinter {
  /// No look begins once so many definitions and parts of their expressions were visited; what is
  /// left out is said.
  static let mostVisits = 400_000

  let linter: Linter
  let losses: DomainLosses
  /// Statements by the names that they define, and expressions that are asked about by their text.
  let statements: [String: Statement]
  private(set) var findings: [LintFinding] = []
  /// How many definitions and parts of their expressions were visited, each as often as it was.
  private(set) var visits = 0
  /// The names of the numbers that are looked for.
  private let unknowns: [String]
  /// The families of two domains or more, and what differs in them.
  private var families: [Family] = []
  private var blamed: Set<String> = []

  var topology: Topology { losses.topology }
  private var isTired: Bool { visits >= Self.mostVisits }

  init(_ linter: Linter, _ topology: Topology) {
    self.linter = linter
    losses = DomainLosses(topology)
    var statements: [String: Statement] = [:]
    for statement in linter.program.statements {
      let name = linter.name(of: statement)
      statements[name] = statements[name] ?? statement
    }
    self.statements = statements
    unknowns = linter.program.statements.flatMap(\.content.unknowns)
    families = familiesByDepth
  }

  /// Looks at every subject and every family, the innermost domains first.
  mutating func run() {
    for subject in subjects { look(at: subject) }
    for family in families where family.left > 0 { leaveOut(family) }
  }

  /// What a text that asks nothing is asked about, and what this one asks about, each once.
  private var subjects: [String] {
    var seen: Set<String> = []
    let asked = linter.checked?.questions.flatMap(\.subjects) ?? []
    return (topology.subjects + asked).filter { seen.insert($0).inserted }
  }

  private mutating func look(at subject: String) {
    guard !isTired else { return skip() }
    let whole = whole(subject)
    guard isDefinite(whole) else { return }
    visits += whole.cost
    guard losses.answer(about: subject, without: nil).isMet else { return }
    for place in families.indices { look(at: whole, place) }
  }

  private mutating func whole(_ subject: String) -> Whole {
    let below = topology.namesBelow(subject)
    var cost = below.count
    for name in below { cost += statements[name]?.content.expression?.everything.count ?? 0 }
    // They were gone through for their names, their parts and the copies among these.
    visits += 3 * cost
    return Whole(name: subject, below: below, cost: cost, copies: copies(in: below))
  }

  /// Leaves all losses of a subject out.
  private mutating func skip() {
    for place in families.indices {
      families[place].all += families[place].distinct.count
      families[place].left += families[place].distinct.count
    }
  }

  /// The things in the expressions of definitions of which only some are needed.
  private func copies(in names: Set<String>) -> [Copies] {
    names.sorted().flatMap { name in
      let parts = statements[name]?.content.expression?.everything ?? []
      return parts.compactMap { part in
        part.redundancy.flatMap { spare in
          spare.count > spare.need ? Copies(definition: name, part: part, spare: spare) : nil
        }
      }
    }
  }

  /// False for what depends on a number that is looked for: no number stands there yet.
  private func isDefinite(_ whole: Whole) -> Bool {
    guard !unknowns.isEmpty else { return true }
    return whole.below.allSatisfy { name in
      guard let span = statements[name]?.span else { return true }
      return !unknowns.contains { linter.words.contains($0, in: span) }
    }
  }

  /// Families within others first; a single domain is the writer's choice.
  private var familiesByDepth: [Family] {
    topology.families.sorted { depth($0) > depth($1) }.compactMap { family in
      let count = topology.domains(ofFamily: family.name).count
      guard count > 1 else { return nil }
      return Family(
        family: family, count: count, distinct: losses.distinctDomains(ofFamily: family.name))
    }
  }

  private func depth(_ family: DomainFamily) -> Int {
    topology.domains(ofFamily: family.name).first.map {
      topology.chain(ofDomain: $0).count
    } ?? 0
  }

  /// Looks at the loss of each domain of the family at `place` that differs from those before it.
  private mutating func look(at whole: Whole, _ place: Int) {
    let family = families[place]
    families[place].all += family.distinct.count
    var unexplained: [SurvivalAnswer] = []
    var isExplained = false
    for (index, domain) in family.distinct.enumerated() {
      guard !isTired else {
        families[place].left += family.distinct.count - index
        break
      }
      visits += whole.cost
      let answer = losses.answer(about: whole.name, without: domain)
      guard !answer.isMet else { continue }
      if blame(domain, whole, family) { isExplained = true } else { unexplained.append(answer) }
    }
    guard !isExplained, let first = unexplained.first else { return }
    tell(first, family.family, unexplained.count == family.distinct.count)
  }

  private mutating func leaveOut(_ family: Family) {
    guard let name = statements[family.family.name]?.content.definedName else { return }
    findings.append(
      LintFinding(
        .domainLoss,
        "\(family.left) of the \(family.all) losses of a domain of '\(name.text)' were not looked "
          + "at, to save time",
        at: name.span, severity: .note,
        notes: ["each different domain counts for each system that could lose it"]))
  }

  /// Tells which groups and copies fall with a domain so that the whole does; false where none is
  /// alone to blame.
  private mutating func blame(_ domain: Int, _ whole: Whole, _ family: Family) -> Bool {
    visits += whole.cost
    var guilty: Set<String> = []
    for (name, group, members) in fallen(with: domain, whole) {
      // What is not looked at any more is not to blame; the domain's loss is told all the same.
      guard !isTired else { break }
      visits += whole.cost
      guard losses.isDown(whole.name, without: members, of: name) else { continue }
      guilty.insert(name)
      let loss = GroupLoss(
        name: name, group: group, count: topology.memberCount(of: group), lost: members,
        domain: topology.domains[domain].name, family: family.family, domains: family.count,
        subject: whole.name)
      if blamed.insert(name).inserted { tell(loss) }
    }
    return blameCopies(domain, whole, besides: guilty) || !guilty.isEmpty
  }

  /// The groups of a whole that have too few members without a domain, and how many stand in it.
  private func fallen(
    with domain: Int, _ whole: Whole
  ) -> [(name: String, group: Group, members: Int)] {
    let lost = losses.members(in: domain)
    return whole.below.sorted().compactMap { name in
      guard !whole.copied.contains(name), let members = lost[name],
        case .group(let group)? = topology.definition(named: name)?.body,
        topology.memberCount(of: group) - members < group.need
      else { return nil }
      return (name, group, members)
    }
  }

  private mutating func tell(_ loss: GroupLoss) {
    guard let statement = statements[loss.name] else { return }
    let name = statement.content.definedName?.span ?? statement.span
    findings.append(loss.finding(at: name, with: statement.content.clauses))
  }

  /// What no one group is to blame for.
  private mutating func tell(_ answer: SurvivalAnswer, _ family: DomainFamily, _ isAny: Bool) {
    guard let statement = statements[answer.name] else { return }
    let name = statement.content.definedName
    let title = name.map { "'\($0.text)'" } ?? "it"
    let lost = isAny ? "any one domain of '\(family.name)'" : answer.lost
    var rest = "takes \(title) down"
    var notes: [String] = []
    if let demand = answer.demand, !answer.isDown {
      rest = "leaves \(title) with \(Self.percent(answer.served))% of its demand of \(demand.label)"
      notes = name.map { ["`headroom \(NameWriter.text($0))` says what to add"] } ?? []
    }
    findings.append(
      LintFinding(
        .domainLoss, "losing \(lost) \(rest)", at: name?.span ?? statement.span, notes: notes))
  }

  /// A share in percent, rounded down to a tenth.
  private static func percent(_ share: Double) -> String {
    let tenths = (share * 1_000 + 1e-9).rounded(.down) / 10
    return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
  }

  // MARK: Copies of other things

  /// Tells which copies fall together, and would if the groups that are guilty of more stood; true
  /// where any do.
  private mutating func blameCopies(
    _ domain: Int, _ whole: Whole, besides guilty: Set<String>
  ) -> Bool {
    guard !whole.copies.isEmpty else { return false }
    visits += 2 * whole.cost
    let down = losses.down(among: whole.below, without: domain, sparing: guilty)
    var isExplained = false
    for copies in whole.copies {
      let fallen = copies.spare.operands.count { $0.falls(with: down) } * copies.spare.copies
      guard copies.spare.count - fallen < copies.spare.need else { continue }
      isExplained = true
      tell(copies, fallen, domain)
    }
    return isExplained
  }

  private mutating func tell(_ copies: Copies, _ fallen: Int, _ domain: Int) {
    let part = copies.part
    let spare = copies.spare
    let text = linter.source.text(in: part.span)
    guard blamed.insert("\(copies.definition)@\(part.span.offset) \(text)").inserted else { return }
    let all =
      fallen < spare.count
      ? "\(fallen) of the \(spare.count)" : fallen == 2 ? "both" : "all \(fallen)"
    findings.append(
      LintFinding(
        .sharedDomain,
        "losing \(topology.domains[domain].name) takes \(all) of `\(text)` together, and "
          + "\(spare.need) \(spare.need == 1 ? "is" : "are") needed", at: part.span,
        notes: ["let them stand in different domains"]))
  }
}

extension Linter {
  /// What a statement defines, or the text that an expression which it asks about is called by.
  fileprivate func name(of statement: Statement) -> String {
    if let name = statement.content.definedName { return name.text }
    guard case .question(.simulate(let simulation)) = statement.content else {
      return source.anonymousName(statement.span)
    }
    return source.anonymousName(simulation.subjectSpan)
  }

  /// Failure domains whose loss takes a whole down.
  var domains: [LintFinding] {
    guard let checked, !checked.topology.domains.isEmpty else { return [] }
    var linter = DomainLinter(self, checked.topology)
    linter.run()
    return linter.findings
  }
}

extension Statement.Content {
  /// The names of the numbers that a search looks for.
  fileprivate var unknowns: [String] {
    guard case .question(.find(let search)) = self else { return [] }
    return search.unknowns.map(\.name.text)
  }
}

extension CheckedQuestion {
  /// All that it is about.
  fileprivate var subjects: [String] {
    if case .comparison(let comparison) = self { return comparison.names }
    return [subject].compactMap(\.self)
  }
}
