import CapacityPlanning
import OutageSimulation
import Quantities
import Topology

/// What free names stand for while the rest of a text is checked.
struct FreeNames {
  /// The program with free names and without questions, every belief at its median.
  let program: Program
  let observed: [String: ObservedLives]
  let demands: DemandTable
  /// What each free name stands for at present.
  let binding: NameBinding
  /// The names of what is defined with a free name.
  let definitions: Set<String>
}

// Searches, and what other questions may say about free names.
extension Checker {
  /// The program with values for the free names that its searches look for, sensible ones if there are
  /// any; nil where nothing is looked for.
  static func binding(
    _ program: Program, of source: SourceText, _ observed: [String: ObservedLives],
    _ demands: DemandTable
  ) throws(Diagnostic) -> (program: Program, free: FreeNames)? {
    var unknowns: [SearchUnknown] = []
    for search in program.searches {
      for unknown in search.unknowns where !unknowns.contains(where: { $0.name == unknown.name }) {
        unknowns.append(try SearchUnknown(unknown))
      }
    }
    guard !unknowns.isEmpty else { return nil }
    var reading = InputReading(source)
    let definite = try reading.program(program.withoutQuestions)
    let designs = DesignReading(
      program: definite, source: source, observed: observed, demands: demands,
      unknowns: unknowns)
    var binding = designs.binding(try designs.sensibleChoices())
    let bound = binding.program(program)
    return (
      bound,
      FreeNames(
        program: definite, observed: observed, demands: demands, binding: binding,
        definitions: binding.definitions)
    )
  }

  func search(
    _ search: Search, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    let unknowns = try unknowns(of: search, topology)
    let reading = ConditionReading(checker: self, topology: topology)
    var conditions: [SizingCondition] = []
    for condition in search.conditions { conditions.append(try reading.condition(condition)) }
    try refuseUnrelated(unknowns, conditions, topology)
    let objective = try objective(search, conditions, span)
    let designs = DesignReading(
      program: programBesides(unknowns), source: source,
      observed: free?.observed ?? [:], demands: free?.demands ?? DemandTable(),
      unknowns: unknowns)
    let variables = unknowns.map { SizingVariable($0.name.text, $0.texts) }
    let request = try request(search)
    do throws(SizingError) {
      let sizing = try Sizing(
        variables, where: conditions, finding: objective, demands: flows.profiles,
        request: request
      ) { choices in try designs.design(choices) }
      return .find(
        CheckedSearch(
          text: source.text(in: span), variables: variables, conditions: conditions,
          objective: objective, assumptions: assumptions(conditions, topology), sizing: sizing))
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: search.place)
    }
  }

  /// The program with the names of other searches at the values that they have at present.
  private func programBesides(_ unknowns: [SearchUnknown]) -> Program {
    guard let free else { return Program(statements: []) }
    let own = Set(unknowns.map(\.name.text))
    var others = NameBinding(free.binding.values.filter { !own.contains($0.key) })
    return others.program(free.program)
  }

  /// The names that are looked for, each of which must be used, and be nothing else.
  private func unknowns(
    of search: Search, _ topology: Topology
  ) throws(Diagnostic) -> [SearchUnknown] {
    var unknowns: [SearchUnknown] = []
    for unknown in search.unknowns {
      let name = unknown.name
      if unknowns.contains(where: { $0.name == name }) {
        throw Diagnostic(
          .duplicateName, "'\(name.text)' is looked for twice; keep one of them", at: name.span)
      }
      if topology.index(ofDefinition: name.text) != nil {
        throw Diagnostic(
          .duplicateName, "'\(name.text)' is a part; what is looked for has a name of its own",
          at: name.span)
      }
      guard free?.binding.used.contains(name.text) ?? false else {
        throw Diagnostic(
          .unknownName, "nothing here depends on '\(name.text)'", at: name.span,
          notes: [
            "write it where a number, a time or a name stands, as in `service web: \(name.text) per az`"
          ])
      }
      unknowns.append(try SearchUnknown(unknown))
    }
    for unknown in unknowns { try refuseMisfits(unknown, topology) }
    return unknowns
  }

  /// Refuses values of a kind that can't stand where the name does, and names of nothing.
  private func refuseMisfits(
    _ unknown: SearchUnknown, _ topology: Topology
  ) throws(Diagnostic) {
    guard let program = free?.program else { return }
    for value in unknown.values.prefix(64) {
      if case .name(let name) = value, !laws.declares(name.text), flows.demands[name.text] == nil,
        !topology.families.contains(where: { $0.name == name.text })
      {
        _ = try known(name, topology)
      }
      var binding = NameBinding([unknown.name.text: value])
      _ = binding.program(program)
      guard !binding.misfits.isEmpty else { continue }
      throw Diagnostic(
        .expectedValue,
        "'\(TimeWriter.text(value))' can't stand where '\(unknown.name.text)' does, for which another "
          + "kind of value is needed", at: value.span)
    }
  }

  /// Refuses a free name that has no bearing on what the conditions are about.
  private func refuseUnrelated(
    _ unknowns: [SearchUnknown], _ conditions: [SizingCondition], _ topology: Topology
  ) throws(Diagnostic) {
    var open = conditions.map(\.subject)
    var reached: Set<String> = []
    while let next = open.popLast() {
      guard reached.insert(next).inserted else { continue }
      if let domain = topology.index(ofDomain: next) {
        open.append(topology.families[topology.domains[domain].family].name)
      }
      if let family = topology.families.first(where: { $0.name == next }) {
        open += [family.parent, family.inside].compactMap(\.self)
      }
      guard let definition = topology.definition(named: next) else { continue }
      open += definition.dependencies + maintenance(of: next, topology)
      if case .group(let group) = definition.body { open += group.families + group.inside }
    }
    let names = Set(unknowns.map(\.name.text))
    for (name, places) in free?.binding.definitionsByName ?? [:] where !names.contains(name) {
      guard let place = places.first(where: reached.contains) else { continue }
      throw Diagnostic(
        .unknownName, "'\(place)' depends on '\(name)' too, which another search looks for",
        at: unknowns[0].name.span, notes: ["look for both in one: find … , \(name) in … where …"])
    }
    for unknown in unknowns {
      let own = free?.binding.definitionsByName[unknown.name.text] ?? []
      let isLaw = own.contains { laws.declares($0) }
      guard !isLaw, own.isDisjoint(with: reached) else { continue }
      let subjects = Set(conditions.map { "'\($0.subject)'" }).sorted().joined(separator: ", ")
      throw Diagnostic(
        .unknownName, "\(subjects) doesn't depend on '\(unknown.name.text)'", at: unknown.name.span,
        notes: ["conditions are about what is sized, or about what is built on it"])
    }
  }

  private func maintenance(of name: String, _ topology: Topology) -> [String] {
    topology.definitions.filter { definition in
      guard case .maintenance(let maintenance) = definition.body else { return false }
      return maintenance.scope.contains(name)
    }.map(\.name)
  }

  private func objective(
    _ search: Search, _ conditions: [SizingCondition], _ span: SourceSpan
  ) throws(Diagnostic) -> SizingObjective {
    switch search.objective {
    case nil: return .fewestInstances
    case .cost: return .leastCost
    case .downtime, .costAndDowntime:
      let subjects = Set(conditions.map(\.subject))
      guard subjects.count == 1, let subject = subjects.first else {
        throw Diagnostic(
          .contradictoryOptions,
          "the conditions are about several things, so that it isn't clear whose downtime is minimized",
          at: span)
      }
      return search.objective == .downtime ? .leastDowntime(of: subject) : .front(of: subject)
    }
  }

  private func request(_ search: Search) throws(Diagnostic) -> SizingRequest {
    let allowed = SimulationOption.wordsOfSearches
    for option in search.options where !allowed.contains(option.content.word) {
      let removal = ClauseRemoval(of: option.span, in: source)
      throw Diagnostic(
        .misplacedClause,
        "'\(option.content.word)' says nothing about a search; it takes seed, within, threads and "
          + "sampling",
        at: removal.span, fixes: removal.fixes)
    }
    let name = search.unknowns[0].name
    let reading = try SimulationReading(
      SimulationSyntax(
        ExpressionSyntax(.name(name)), options: search.options, subjectSpan: name.span), source)
    var request = SizingRequest()
    request.simulation = reading.request
    if case .within(let limit) = reading.request.stopping { request.limit = limit }
    return request
  }

  private func assumptions(
    _ conditions: [SizingCondition], _ topology: Topology
  ) -> [String] {
    var lines: [String] = []
    for subject in conditions.map(\.subject) {
      for line in defaults(subject, topology) where !lines.contains(line) { lines.append(line) }
    }
    if flows.costWithoutWindow != nil { lines.append("a cost that names no time is per month") }
    return lines
  }

  /// Refuses questions about what depends on a name that is only looked for.
  func refuseFree(_ name: String, at span: SourceSpan, _ topology: Topology) throws(Diagnostic) {
    guard let free, !free.definitions.isEmpty else { return }
    var open = [name]
    var seen: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if free.definitions.contains(next) { throw dependsOnFree(next, free, span) }
      guard let definition = topology.definition(named: next) else { continue }
      open += definition.dependencies
      if case .group(let group) = definition.body { open += group.families }
    }
  }

  private func dependsOnFree(
    _ name: String, _ free: FreeNames, _ span: SourceSpan
  ) -> Diagnostic {
    let names = free.binding.used.sorted().map { "'\($0)'" }.joined(separator: ", ")
    return Diagnostic(
      .missingCount,
      "'\(name)' depends on what is only looked for (\(names)); write a value to ask about it",
      at: span)
  }
}

extension Program {
  fileprivate var searches: [Search] {
    statements.compactMap(\.search)
  }

  fileprivate var withoutQuestions: Program {
    Program(
      statements: statements.filter { statement in
        switch statement.content {
        case .question, .expression: false
        case .declaration, .definition, .law, .demand: true
        }
      })
  }
}

extension Statement {
  /// The search that it is, or that it asks of a changed program.
  fileprivate var search: Search? {
    switch content {
    case .question(.find(let search)): search
    case .question(.with(_, let inner)): inner.search
    default: nil
    }
  }
}

extension Search {
  /// Where the unknowns stand.
  fileprivate var place: SourceSpan {
    unknowns[0].name.span.through(unknowns[unknowns.count - 1].name.span)
  }
}
