import OutageSimulation
import Topology

/// A comparison of things that exist: `compare a, b`.
public struct CheckedComparison: Sendable, Hashable {
  /// What is compared, each once; at least two.
  public let names: [String]
  /// The simulation that was asked for; nil where no option asks for one.
  public let request: SimulationRequest?
  /// Defaults that decide figures, a sentence each.
  public let assumptions: [String]
}

extension Checker {
  /// The most things that are compared at once.
  private static var mostCompared: Int { PairedSimulation.largestCount }

  func comparison(
    of names: [Identifier], _ options: [SimulationOption], _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedComparison {
    var known: [String] = []
    for name in names {
      let subject = try self.known(name, topology)
      guard !known.contains(subject) else { throw repeated(name) }
      try refuseFree(subject, at: span, topology)
      _ = try ofVaryingDemand(.explanation(subject), at: span, topology)
      known.append(subject)
    }
    guard known.count > 1, let last = names.last, let first = names.first else {
      throw Diagnostic(
        .missingWord, "say with what it is compared, as in compare a, b", at: span.after)
    }
    guard known.count <= Self.mostCompared else {
      throw Diagnostic(
        .valueOutOfRange,
        "up to \(Self.mostCompared) things are compared at once, not \(known.count)",
        at: first.span.through(last.span))
    }
    try refuse(options)
    let simulation = SimulationSyntax(
      ExpressionSyntax(.name(first)), options: options, subjectSpan: first.span)
    let reading = try SimulationReading(simulation, source)
    let lines = known.flatMap { defaults($0, topology) }
    return CheckedComparison(
      names: known, request: options.isEmpty ? nil : reading.request,
      assumptions: lines.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
  }

  private func repeated(_ name: Identifier) -> Diagnostic {
    let removal = ClauseRemoval(of: name.span, in: source)
    return Diagnostic(
      .duplicateClause, "'\(name.text)' is compared with itself; name another thing",
      at: removal.span, fixes: removal.fixes)
  }

  /// Options about how downtime spreads say nothing about a mean.
  private func refuse(_ options: [SimulationOption]) throws(Diagnostic) {
    let allowed = SimulationOption.wordsOfComparisons
    for option in options where !allowed.contains(option.content.word) {
      let removal = ClauseRemoval(of: option.span, in: source)
      throw Diagnostic(
        .misplacedClause,
        "'\(option.content.word)' belongs to `simulate`; a comparison takes runs, seed, error, within "
          + "and threads", at: removal.span, fixes: removal.fixes)
    }
  }
}
