import Quantities
import Topology

/// Gives each word of a program its meaning: definitions, failure domains and questions.
///
/// The order of definition does not matter. Anything without a meaning, or with one that isn't built
/// yet, is refused where it stands.
public struct Checker {
  let source: SourceText
  var definitions: [Definition] = []
  var families: [DomainFamily] = []
  var spans = SpanTable()
  private var pending: [Statement] = []
  /// The expressions that are asked about; one that is asked twice is defined once.
  private var anonymous: Set<String> = []
  private(set) var warnings: [Diagnostic] = []
  var flows = FlowTable()
  var behaviours = BehaviourTable()
  var agreements = AgreementTable()
  private(set) var promises = PublishedPromises()
  /// Makes the programs that `with` asks about.
  private(set) var alternatives: ProgramAlternatives?
  /// What names stand for that are looked for; nil where none is.
  private(set) var free: FreeNames?
  /// The laws by name and the observations.
  let laws: LawTable
  /// The demands that vary over time.
  let demands: DemandTable
  var reading: BehaviourReading { BehaviourReading(laws: laws) }

  init(_ source: SourceText, _ laws: LawTable, _ demands: DemandTable) {
    self.source = source
    self.laws = laws
    self.demands = demands
  }

  /// Parses and checks a text; `observations` reads the files that its laws name. Throws the first
  /// ``Diagnostic``.
  public static func check(
    _ source: SourceText, reading observations: ObservationReader = .unavailable
  ) throws(Diagnostic) -> CheckedProgram {
    try check(Parser.parse(source), of: source, reading: observations)
  }

  /// Checks a program that was parsed from `source`; `observations` reads the files that its laws
  /// name. Throws the first ``Diagnostic``.
  ///
  /// With n beliefs it is checked at their medians, and then 2 + 2 log2(n) times at the far ends of
  /// what is drawn.
  public static func check(
    _ program: Program, of source: SourceText,
    reading observations: ObservationReader = .unavailable
  ) throws(Diagnostic) -> CheckedProgram {
    let alternatives = ProgramAlternatives(
      program: program, source: source, observations: observations)
    var figures = PublishedFigures(program, of: source)
    var program = figures.program(program)
    var reading = InputReading(source)
    var definite = try reading.program(program)
    let observed = try observations.lives(of: reading.files)
    let demands = try DemandTable(of: definite, reading: observations)
    let bound = try binding(program, of: source, observed, demands)
    if let bound {
      program = bound.program
      reading = InputReading(source)
      definite = try reading.program(program)
    }
    var checker = Checker(source, try LawTable(of: definite, observed), demands)
    checker.promises = figures.promises
    checker.alternatives = alternatives
    checker.free = bound?.free
    try checker.noteDemands(of: definite)
    for statement in definite.statements { try checker.define(statement) }
    var checked = try checker.finish()
    checked.uncertain = try uncertain(program, reading.inputs, of: source, observed, demands)
    checked.inputPlaces = reading.inputs.map(\.span)
    return checked
  }

  mutating func define(_ statement: Statement) throws(Diagnostic) {
    switch statement.content {
    case .declaration(let declaration): try declare(declaration)
    case .definition(let definition):
      try define(definition.name, .part, definition.expression, definition.clauses)
    case .expression(let expression, let clauses):
      pending.append(statement)
      try define(expression, clauses, at: statement.span)
    case .question(let question):
      pending.append(statement)
      if case .simulate(let simulation) = question {
        try define(simulation.expression, [], at: simulation.subjectSpan)
      }
    // Read before the rest, since what asks for them may stand above them.
    case .law, .demand: break
    }
  }

  /// An expression that is asked about; for a name that stands alone nothing is defined.
  private mutating func define(
    _ expression: ExpressionSyntax, _ clauses: [Clause], at span: SourceSpan
  ) throws(Diagnostic) {
    guard expression.askedName(clauses) == nil else { return }
    let name = source.anonymousName(span)
    guard anonymous.insert(name).inserted else { return }
    try define(Identifier(name, span: expression.span), .part, expression, clauses)
  }

  mutating func add(_ definition: Definition, _ name: Identifier) {
    definitions.append(definition)
    spans.define(name)
  }

  mutating func warn(_ warning: Diagnostic) { warnings.append(warning) }

  /// True where a search compares a capacity, which then matters without a demand.
  var asksForCapacity: Bool {
    pending.contains { statement in
      guard case .question(.find(let search)) = statement.content else { return false }
      return search.conditions.contains {
        if case .capacity = $0.term { true } else { false }
      }
    }
  }

  // MARK: Questions

  private func finish() throws(Diagnostic) -> CheckedProgram {
    let topology = try makeTopology()
    try laws.refuseNames(of: topology)
    try agreements.refuseNames(of: topology, laws)
    let flowWarnings = try flowWarnings(topology)
    var questions: [CheckedQuestion] = []
    for statement in pending {
      guard let question = try question(statement, topology) else { continue }
      guard !question.isAboutAlternatives else {
        questions.append(question)
        continue
      }
      if let subject = question.subject { try refuseFree(subject, at: statement.span, topology) }
      questions.append(try ofVaryingDemand(question, at: statement.span, topology))
    }
    let asked = Set(questions.compactMap(\.subject))
    let own = try warnings + flowWarnings + behaviourWarnings(topology, asked: asked)
    return CheckedProgram(
      topology: topology, profiles: flows.profiles, agreements: agreements.all,
      questions: questions, warnings: own + questions.flatMap { $0.warnings(besides: own) },
      exponentialRestorations: behaviours.exponential, waiting: flows.waiting,
      promises: promises, spans: spans)
  }

  private func question(
    _ statement: Statement, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion? {
    switch statement.content {
    case .question(let question): return try check(question, statement.span, topology)
    case .expression(let expression, let clauses):
      return .availability(try subject(expression, clauses, at: statement.span, topology))
    default: return nil
    }
  }

  /// The name of what an expression asks about.
  private func subject(
    _ expression: ExpressionSyntax, _ clauses: [Clause], at span: SourceSpan,
    _ topology: Topology
  ) throws(Diagnostic) -> String {
    guard let name = expression.askedName(clauses) else { return source.anonymousName(span) }
    do throws(Diagnostic) {
      return try known(name, topology)
    } catch {
      throw misspeltFirstWord(name, error)
    }
  }

  func makeTopology() throws(Diagnostic) -> Topology {
    do throws(TopologyError) {
      return try Topology(definitions: definitions, families: families)
    } catch {
      let diagnostic = spans.diagnostic(error, families, among: candidates)
      guard case .unknownName(let name) = error.reason, let note = meaning(of: name) else {
        throw diagnostic
      }
      throw Diagnostic(
        diagnostic.code, diagnostic.message, at: diagnostic.span, notes: [note])
    }
  }

  /// What a name means that is no part.
  private func meaning(of name: String) -> String? {
    if laws.declares(name) {
      return "'\(name)' is a law; it stands where a time may stand, as in `mttr \(name)`"
    }
    return agreements.declares(name)
      ? "'\(name)' is an sla; it stands behind 'meets', as in `check shop meets \(name)`" : nil
  }

  /// The names that a misspelt one may have meant.
  private var candidates: [String] {
    let domains = families.flatMap { family in
      (1...max(1, min(family.count, 9))).map { "\(family.name).\($0)" }
    }
    return Array((definitions.map(\.name) + domains).prefix(5_000))
  }

  private func check(
    _ question: Question, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    switch question {
    case .show(let name, let engine):
      return .availability(try known(name, topology), using: engine)
    case .why(let name, let engine):
      if engine == .simulation { throw importanceIsExact(name, span) }
      return .importance(try known(name, topology))
    case .explain(let name, let engine):
      return .explanation(try known(name, topology), using: engine)
    case .check(let check): return try self.check(check, span, topology)
    case .chance(let chance): return try self.chance(chance, span, topology)
    case .simulate(let simulation):
      let name = try subject(
        simulation.expression, [], at: simulation.subjectSpan, topology)
      if flows.profiles[name] != nil { return try shortfalls(simulation, of: name, topology) }
      let demand = topology.definition(named: name)?.demand
      return .simulate(
        try SimulationReading(simulation, source).simulation(
          of: name, under: demand,
          assuming: defaults(name, topology), at: span))
    case .fit(let fit): return .fit(try FitReading(fit, source).fit)
    case .budget(let budget): return .budget(try self.budget(budget, span, topology))
    case .picture(let picture): return try self.question(about: picture, span, topology)
    case .compare(let names, let options):
      return .comparison(try comparison(of: names, options, span, topology))
    case .find(let search): return try self.search(search, span, topology)
    case .improve(let name): return .improvement(try known(name, topology))
    case .headroom(let name): return try headroom(name, topology)
    case .command(.catalogue, let words): return .catalogue(words.map(\.value))
    case .command(.list, let words):
      try refuseWords(behind: "list", words)
      return .list
    case .command(.help, let words): return .help(try topic(of: words))
    case .command(.info, let words): return try information(words, span)
    case .command(let command, _):
      throw Diagnostic(promptWord: command.rawValue, at: span)
    default: return try alternative(question, span, topology)
    }
  }

  private func importanceIsExact(_ name: Identifier, _ span: SourceSpan) -> Diagnostic {
    let written = source.text(in: name.span)
    return Diagnostic(
      .contradictoryOptions,
      "what matters is worked out exactly or not at all; a simulation shows the causes of downtime",
      at: span, fixes: ["simulate \(written)", "why \(written)"])
  }

  func known(_ name: Identifier, _ topology: Topology) throws(Diagnostic) -> String {
    if topology.index(ofDefinition: name.text) != nil || topology.index(ofDomain: name.text) != nil
    {
      return name.text
    }
    if let meaning = meaning(of: name.text) {
      throw Diagnostic(
        .unknownName, "'\(name.text)' is nothing that can be down", at: name.span, notes: [meaning])
    }
    let reason = topology.flaw(ofName: name.text)
    var spans = SpanTable()
    spans.use(name, in: "")
    throw spans.diagnostic(TopologyError(definition: "", reason: reason), among: candidates)
  }
}

extension Question {
  /// The word that begins it.
  var word: String {
    switch self {
    case .check: "check"
    case .chance: "P"
    case .find: "find"
    case .improve: "improve"
    case .headroom: "headroom"
    case .simulate: "simulate"
    case .with: "with"
    case .show: "show"
    case .why, .inputs: "why"
    case .explain: "explain"
    case .compare: "compare"
    case .plot, .picture: "plot"
    case .budget: "budget"
    case .fit: "fit"
    case .command(let command, _): command.rawValue
    }
  }
}

extension ExpressionSyntax {
  /// The name that stands alone: what it means is asked, nothing is defined.
  fileprivate func askedName(_ clauses: [Clause]) -> Identifier? {
    guard clauses.isEmpty, case .name(let name) = content else { return nil }
    return name
  }
}
