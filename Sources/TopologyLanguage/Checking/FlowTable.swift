import Quantities
import ResourceAdequacy
import Topology

/// What a text says about flows and costs, and what can be judged only once all of it is read.
struct FlowTable {
  /// Demands by name.
  var demands: [String: RateSyntax] = [:]
  /// The demands over time of those definitions whose demand varies.
  var profiles: [String: DemandProfile] = [:]
  /// The first flow of the text, with whose unit all others must mix.
  var first: Rate?
  /// What capacities that follow from a waiting time come to, by definition.
  var waiting: [String: String] = [:]
  /// Definitions with a capacity, with its place.
  var capacities: [(definition: String, span: SourceSpan)] = []
  /// Where a cost stands that doesn't say for how long; the first one.
  var costWithoutWindow: SourceSpan?
  /// Groups that don't say how many members they need, with the refusal if no demand does.
  var needless: [(definition: String, refusal: Diagnostic)] = []
}

/// How a capacity is told from a rate that was written.
enum WaitingCapacity {
  static let word = " workers of "
  static let meaning = "a capacity (M/M/c, requests at random, exponential service)"
}

/// Capacities and demands.
extension Checker {
  /// Reads the demands that have a name: what asks for one may stand above it.
  mutating func noteDemands(of program: Program) throws(Diagnostic) {
    for statement in program.statements {
      guard case .demand(let demand) = statement.content else { continue }
      guard flows.demands[demand.name.text] == nil else {
        throw Diagnostic(
          .duplicateName, "the demand '\(demand.name.text)' is declared twice; a name is one thing",
          at: demand.name.span,
          fixes: [NameWriter.text(Identifier("\(demand.name.text)-2"))])
      }
      flows.demands[demand.name.text] = try rate(of: demand)
    }
  }

  /// The flow of a demand; of one that varies the largest.
  private mutating func rate(of demand: DemandDeclaration) throws(Diagnostic) -> RateSyntax {
    if let profile = demands.profiles[demand.name.text],
      let peak = try? Rate(profile.peak, unit: profile.unit)
    {
      return try checked(
        .point(Written(peak, text: peak.label, span: demand.name.span)), "demand")
    }
    guard case .rate(let rate) = demand.source else {
      throw Diagnostic(.unreadableFile, "the demand was not read", at: demand.name.span)
    }
    return try checked(rate, "demand")
  }

  private mutating func checked(_ rate: RateSyntax, _ word: String) throws(Diagnostic) -> RateSyntax
  {
    _ = try flow(rate, word)
    return rate
  }

  /// What a component of a definition carries; nil for any flow.
  mutating func capacity(_ clauses: ClauseSet, of name: String) throws(Diagnostic) -> Rate? {
    guard let capacity = clauses.capacity else { return nil }
    if capacity.text.contains(WaitingCapacity.word) {
      let rate = try QuantityReading.value(capacity).label
      flows.waiting[name] =
        "\(capacity.text) is \(WaitingCapacity.meaning) of \(rate) for each \(name)"
    }
    flows.capacities.append((name, clauses.capacityRemoval?.span ?? capacity.span))
    return try flow(capacity, "capacity")
  }

  /// What is asked of a definition; nil for nothing.
  mutating func demand(_ clauses: ClauseSet, of definition: String) throws(Diagnostic) -> Rate? {
    guard let demand = clauses.demand else { return nil }
    if let removal = clauses.demandRemoval { spans.demand(removal, of: definition) }
    switch demand {
    case .rate(let rate): return try flow(rate, "demand")
    case .name(let name):
      flows.profiles[definition] = demands.profiles[name.text]
      return try flow(declared(name), "demand")
    }
  }

  func declared(_ name: Identifier) throws(Diagnostic) -> RateSyntax {
    if let rate = flows.demands[name.text] { return rate }
    let nearest = Spelling.nearest(to: name.text, among: flows.demands.keys.sorted())
    throw Diagnostic(
      .unknownName,
      "no demand is called '\(name.text)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
      at: name.span, fixes: [nearest.map { NameWriter.text(Identifier($0)) } ?? "1k rps"])
  }

  /// A flow above 0 whose unit mixes with those above it in the text.
  private mutating func flow(_ rate: RateSyntax, _ word: String) throws(Diagnostic) -> Rate {
    let value = try QuantityReading.value(rate)
    guard value.amount > 0 else {
      throw Diagnostic(
        .valueOutOfRange, "a \(word) must be above 0", at: rate.span, fixes: ["100 \(value.unit)"])
    }
    if let first = flows.first, value.ratio(to: first) == nil {
      let reason = TopologyError.Reason.mixedRates(first, value)
      throw Diagnostic(
        .valueOutOfRange, TopologyError(definition: "", reason: reason).sentence, at: rate.span,
        fixes: isWritten(rate) ? ["\(rate.text.dropLast(value.unit.count))\(first.unit)"] : [])
    }
    flows.first = flows.first ?? value
    return value
  }

  /// False for the median of a range, which names its unit twice.
  private func isWritten(_ rate: RateSyntax) -> Bool {
    !rate.text.split(separator: " ").contains("to")
  }

  /// What one of them costs to run; nil where that isn't said.
  mutating func cost(_ clauses: ClauseSet) throws(Diagnostic) -> Cost? {
    guard let (amount, window) = clauses.cost else { return nil }
    if window == nil { flows.costWithoutWindow = flows.costWithoutWindow ?? amount.span }
    let value = try QuantityReading.value(amount)
    do throws(QuantityError) {
      return try Cost(value, per: window?.value ?? .month)
    } catch {
      throw Diagnostic(
        .valueOutOfRange,
        "\(error.description): a cost is a number of 0 or more for a length of time",
        at: window.map { amount.span.through($0.span) } ?? amount.span, fixes: ["70 per month"])
    }
  }

  func capacityOfCopies(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .ambiguousScope, "a capacity here could be that of one copy or of all of them", at: span,
      notes: ["declare the copies as a service of their own, whose members' capacities add"])
  }

  /// What a capacity without a demand above it is told; refuses groups that then don't say how many
  /// members they need.
  func flowWarnings(_ topology: Topology) throws(Diagnostic) -> [Diagnostic] {
    guard !flows.capacities.isEmpty else { return [] }
    let isUnderDemand = topology.isUnderDemand
    func counts(_ name: String) -> Bool {
      topology.index(ofDefinition: name).map { isUnderDemand[$0] } ?? true
    }
    for (name, refusal) in flows.needless where !counts(name) { throw refusal }
    return flows.capacities.filter { !counts($0.definition) }.map { name, span in
      Diagnostic(
        .misplacedClause, "the capacity changes nothing: no demand is put on '\(name)'", at: span,
        notes: ["put one on it, or on what is built on it, such as `demand 1k rps`"])
    }
  }
}

extension ClauseSet {
  /// True when a clause says how long the component is up or down.
  var hasTimes: Bool { mtbf != nil || mttr != nil }

  /// True when a clause belongs to the one availability in its scope.
  var belongToLiteral: Bool { hasTimes || capacity != nil || cost != nil }

  /// The words of ``belongToLiteral``, for a sentence.
  var literalWords: String {
    if capacity == nil, cost == nil { return "mtbf and mttr" }
    let words = [
      hasTimes ? "times" : nil, capacity == nil ? nil : "a capacity", cost == nil ? nil : "a cost",
    ].compactMap(\.self)
    return words.count > 1
      ? words.joined(separator: " and ") : capacity == nil ? "costs" : "capacities"
  }
}

extension Topology {
  /// What capacities that follow from a waiting time come to, of what `name` depends on.
  func waitingAssumptions(about name: String, _ waiting: [String: String]) -> [String] {
    guard !waiting.isEmpty else { return [] }
    var lines: [String] = []
    for item in inventory(of: name).items {
      guard let line = waiting[item.name], !lines.contains(line) else { continue }
      lines.append(line)
    }
    return lines
  }
}
