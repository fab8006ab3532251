import Topology

/// Where in the text each part of the topology was written, so that a flaw of the topology can be
/// pointed at.
struct SpanTable {
  private var names: [String: SourceSpan] = [:]
  private var uses: [String: [String: SourceSpan]] = [:]
  private var counts: [String: SourceSpan] = [:]
  private var needs: [String: SourceSpan] = [:]
  private var bodies: [String: SourceSpan] = [:]
  private var commons: [String: (share: SourceSpan, clause: ClauseRemoval)] = [:]
  private var places: [String: [String: ClauseRemoval]] = [:]
  private var later: [String: SourceSpan] = [:]
  private var demands: [String: ClauseRemoval] = [:]
  private var untimed: [String: (span: SourceSpan, fix: String)] = [:]
  private var followed: Set<String> = []
  private var behaviours = BehaviourSpans()

  mutating func define(_ name: Identifier) {
    if names.updateValue(name.span, forKey: name.text) != nil, let span = names[name.text] {
      later[name.text] = later[name.text] ?? span
    }
  }
  mutating func use(_ name: Identifier, in definition: String) {
    if uses[definition]?[name.text] == nil { uses[definition, default: [:]][name.text] = name.span }
  }
  mutating func body(_ span: SourceSpan, of definition: String) { bodies[definition] = span }
  mutating func count(_ span: SourceSpan, of definition: String) { counts[definition] = span }
  mutating func need(_ span: SourceSpan, of definition: String) { needs[definition] = span }
  mutating func common(_ share: SourceSpan, _ clause: ClauseRemoval, of definition: String) {
    commons[definition] = (share, clause)
  }
  /// Notes where a definition's first component without times can be given one; the first one below
  /// a rule in time goes before all others.
  mutating func untimed(
    _ span: SourceSpan, fix: String, in definition: String, isFollowed: Bool = false
  ) {
    let goesBefore = isFollowed && followed.insert(definition).inserted
    if goesBefore || untimed[definition] == nil { untimed[definition] = (span, fix) }
  }
  /// Notes how the demand on a definition is left out.
  mutating func demand(_ clause: ClauseRemoval, of definition: String) {
    demands[definition] = clause
  }
  mutating func place(_ name: String, _ clause: ClauseRemoval, of definition: String) {
    places[definition, default: [:]][name] = clause
  }

  /// Notes where the words of a definition's behaviour stand.
  mutating func note(_ clauses: BehaviourClauses, of definition: String) {
    behaviours.note(clauses, of: definition)
  }
  /// Notes a call under `sends` or `breaker`.
  mutating func call<Value>(
    _ name: String, _ entry: ClauseEntry<Value>, of definition: String
  ) {
    behaviours.call(name, entry, of: definition)
  }
  /// Notes where another clause can be added to a definition.
  mutating func end(of definition: String, _ end: SourceSpan?) {
    behaviours.end(of: definition, end ?? bodies[definition]?.after)
  }

  /// Where a definition names something first; nil where it doesn't.
  func use(of name: String, in definition: String) -> SourceSpan? { uses[definition]?[name] }

  private func name(_ definition: String) -> SourceSpan { names[definition] ?? .unknown }

  /// The flaw as a diagnostic at the words that caused it; `candidates` are the names that exist.
  func diagnostic(
    _ error: TopologyError, _ families: [DomainFamily] = [], among candidates: [String]
  ) -> Diagnostic {
    let definition = error.definition
    func at(_ span: SourceSpan?, _ code: DiagnosticCode, _ fixes: [String] = []) -> Diagnostic {
      Diagnostic(code, error.sentence, at: span ?? name(definition), fixes: fixes)
    }
    let body = bodies[definition]
    switch error.reason {
    case .duplicateName:
      let other = NameWriter.text(Identifier("\(definition)-2"))
      return at(later[definition], .duplicateName, [other])
    case .unknownName(let name):
      let unknown = UnknownName(name, among: candidates.lazy.filter { $0 != definition })
      return Diagnostic(
        .unknownName, error.sentence + unknown.question,
        at: uses[definition]?[name] ?? self.name(definition), fixes: unknown.fixes,
        notes: unknown.notes)
    case .familyAsPart(let name):
      return at(uses[definition]?[name], .notADomain, ["\(name).1"])
    case .notAFamily(let name):
      return at(uses[definition]?[name], .notADomain, nearestFamily(to: name, families))
    case .notADomain(let name):
      return at(uses[definition]?[name], .notADomain, firstDomain(of: name, families))
    case .cycle(let path):
      return at(path.count > 1 ? uses[path[path.count - 2]]?[path[0]] : nil, .dependencyCycle)
    case .tooDeep: return at(body, .tooDeep)
    case .need(let need, let members):
      return at(needs[definition] ?? body, .needOutOfRange, ["\(min(max(need, 1), members))"])
    case .empty: return at(counts[definition] ?? body, .noMembers)
    case .tooMany: return at(counts[definition] ?? body, .tooManyMembers)
    case .weights, .weight: return at(body, .weightsSum)
    case .noFlow, .mixedRates: return at(body, .valueOutOfRange)
    case .sumWithoutCapacity, .weightedCapacity: return at(body, .mixedWeights)
    case .demandWithoutCapacity:
      return at(demands[definition]?.span, .misplacedClause, demands[definition]?.fixes ?? [])
    case .commonCause: return at(commons[definition]?.share, .valueOutOfRange, ["10%"])
    case .commonCauseOfOne:
      let clause = commons[definition]?.clause
      return at(clause?.span, .misplacedClause, clause?.fixes ?? [])
    case .overlappingFamilies(_, let second):
      let clause = places[definition]?[second]
      return at(
        clause?.span ?? uses[definition]?[second], .overlappingDomains, clause?.fixes ?? [])
    case .component, .quantity: return at(body, .valueOutOfRange)
    case .behaviour(let flaw):
      return behaviour(flaw, definition, families, candidates)
    }
  }

  /// Where the component called `name`, a definition's or a domain's, can be given times; nil for one
  /// that was not written.
  func untimed(_ name: String) -> (span: SourceSpan, fix: String)? {
    if let place = untimed[name] { return place }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    return untimed(String(name[..<dot]))
  }

  private func behaviour(
    _ flaw: BehaviourFlaw, _ definition: String, _ families: [DomainFamily],
    _ candidates: [String]
  ) -> Diagnostic {
    let place =
      switch flaw {
      case .untimed:
        untimed(definition).map {
          BehaviourSpans.Place($0.span, .missingTimes, [$0.fix])
        }
      case .notAQueue(let name), .scopedMaintenance(let name):
        uses[definition]?[name].map { BehaviourSpans.Place($0, .misplacedClause) }
      case .notAScope(let scope):
        uses[definition]?[scope].map {
          BehaviourSpans.Place($0, .misplacedClause, otherScope(scope, families, candidates))
        }
      case .scopeTwice(let scope):
        places[definition]?[scope].map {
          BehaviourSpans.Place($0.span, .duplicateClause, $0.fixes)
        }
      default: behaviours.place(of: flaw, in: definition)
      }
    return Diagnostic(
      place?.code ?? .valueOutOfRange, flaw.sentence, at: place?.span ?? name(definition),
      fixes: place?.fixes ?? [])
  }

  /// What may have been meant by a scope that nothing is called.
  private func otherScope(
    _ name: String, _ families: [DomainFamily], _ candidates: [String]
  ) -> [String] {
    guard !candidates.contains(name) else { return [] }
    let domains = firstDomain(of: name, families)
    guard domains.isEmpty else { return domains }
    let names = candidates + families.map(\.name)
    return Spelling.nearest(to: name, among: names).map { [NameWriter.text(Identifier($0))] } ?? []
  }

  private func nearestFamily(to name: String, _ families: [DomainFamily]) -> [String] {
    Spelling.nearest(to: name, among: families.map(\.name)).map { [$0] } ?? []
  }

  /// The first domain of the family that is named or whose domains are; those of nested families
  /// have two numbers.
  private func firstDomain(of name: String, _ families: [DomainFamily]) -> [String] {
    guard let family = families.first(where: { $0.name == name || name.hasPrefix($0.name + ".") })
    else { return [] }
    return [family.name + (family.parent == nil ? ".1" : ".1.1")]
  }
}
