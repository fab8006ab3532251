import CapacityPlanning
import Topology

/// Finds failure domains whose loss takes a whole down, and what in it is to blame.
struct DomainLinter {
  /// At most so many definitions are visited; what is left out is said.
  static let mostVisits = 400_000

  let linter: Linter
  let losses: DomainLosses
  /// Statements by the names that they define, and expressions that are asked about by their text.
  let statements: [String: Statement]
  private(set) var findings: [LintFinding] = []
  private var visitsLeft = DomainLinter.mostVisits
  private var blamed: Set<String> = []

  var topology: Topology { losses.topology }

  init(_ linter: Linter, _ topology: Topology) {
    self.linter = linter
    losses = DomainLosses(topology)
    var statements: [String: Statement] = [:]
    for statement in linter.program.statements {
      let name = linter.name(of: statement)
      statements[name] = statements[name] ?? statement
    }
    self.statements = statements
  }

  /// Looks at every subject and every family, the innermost domains first.
  mutating func run() {
    for subject in topology.subjects where isDefinite(subject) {
      guard losses.answer(about: subject, without: nil).isMet else { continue }
      let below = topology.namesBelow(subject)
      let whole = Whole(name: subject, below: below, copies: copies(in: below))
      for family in familiesByDepth where topology.domains(ofFamily: family.name).count > 1 {
        look(at: whole, family)
      }
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
  private func isDefinite(_ subject: String) -> Bool {
    let free = linter.program.statements.flatMap(\.content.unknowns)
    guard !free.isEmpty else { return true }
    return topology.namesBelow(subject).allSatisfy { name in
      guard let span = statements[name]?.span else { return true }
      return !free.contains { linter.words.contains($0, in: span) }
    }
  }

  /// Families within others first.
  private var familiesByDepth: [DomainFamily] {
    topology.families.sorted { depth($0) > depth($1) }
  }

  private func depth(_ family: DomainFamily) -> Int {
    topology.domains(ofFamily: family.name).first.map {
      topology.chain(ofDomain: $0).count
    } ?? 0
  }

  private mutating func look(at whole: Whole, _ family: DomainFamily) {
    let domains = losses.distinctDomains(ofFamily: family.name)
    var unexplained: [SurvivalAnswer] = []
    var isExplained = false
    for (place, domain) in domains.enumerated() {
      guard visitsLeft > 0 else {
        leaveOut(domains.count - place, of: domains.count, family.name)
        break
      }
      visitsLeft -= whole.below.count
      let answer = losses.answer(about: whole.name, without: domain)
      guard !answer.isMet else { continue }
      if blame(domain, whole, family) { isExplained = true } else { unexplained.append(answer) }
    }
    guard !isExplained, let first = unexplained.first else { return }
    tell(first, family, unexplained.count == domains.count)
  }

  private mutating func leaveOut(_ left: Int, of count: Int, _ family: String) {
    guard let name = statements[family]?.content.definedName else { return }
    findings.append(
      LintFinding(
        .domainLoss,
        "\(left) of the \(count) different domains of '\(family)' were not looked at, to save time",
        at: name.span, severity: .note))
  }

  /// Tells which groups and copies fall with a domain so that the whole does; false where none is
  /// alone to blame.
  private mutating func blame(_ domain: Int, _ whole: Whole, _ family: DomainFamily) -> Bool {
    let lost = losses.members(in: domain).filter { name, _ in
      whole.below.contains(name) && !whole.copied.contains(name)
    }
    var guilty: Set<String> = []
    for (name, members) in lost.sorted(by: { $0.key < $1.key }) {
      guard case .group(let group)? = topology.definition(named: name)?.body,
        topology.memberCount(of: group) - members < group.need
      else { continue }
      visitsLeft -= whole.below.count
      guard losses.isDown(whole.name, without: members, of: name) else { continue }
      guilty.insert(name)
      let loss = GroupLoss(
        name: name, group: group, count: topology.memberCount(of: group), lost: members,
        domain: topology.domains[domain].name, family: family,
        domains: topology.domains(ofFamily: family.name).count, subject: whole.name)
      if blamed.insert(name).inserted { tell(loss) }
    }
    return blameCopies(domain, whole, besides: guilty) || !guilty.isEmpty
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
    visitsLeft -= whole.below.count
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

/// What is looked at as a whole, and the names of all that it depends on.
private struct Whole {
  let name: String
  let below: Set<String>
  let copies: [Copies]
  /// The names of which the whole has several copies each: which of their members fall isn't clear.
  let copied: Set<String>

  init(name: String, below: Set<String>, copies: [Copies]) {
    self.name = name
    self.below = below
    self.copies = copies
    copied = Set(copies.filter { $0.spare.copies > 1 }.flatMap(\.part.names))
  }
}

/// Things in the expression of a definition of which only some are needed.
private struct Copies {
  let definition: String
  let part: ExpressionSyntax
  let spare: Redundancy
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
