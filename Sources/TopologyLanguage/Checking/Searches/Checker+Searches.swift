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
    let objective = try objective(search, conditions, span)
    let designs = DesignReading(
      program: free?.program ?? Program(statements: []), source: source,
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
    return unknowns
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

  private static let options: Set<String> = ["seed", "within", "threads", "sampling"]

  private func request(_ search: Search) throws(Diagnostic) -> SizingRequest {
    for option in search.options where !Self.options.contains(option.content.word) {
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
