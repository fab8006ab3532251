import ServiceLevels
import Topology

/// The promises of a program by their names.
struct AgreementTable {
  private var agreements: [String: ServiceLevelAgreement] = [:]
  /// The declared names in the order of the text.
  private(set) var names: [Identifier] = []

  /// True for the name of a promise.
  func declares(_ name: String) -> Bool { agreements[name] != nil }

  /// The promises in the order of the text.
  var all: [ServiceLevelAgreement] { names.compactMap { agreements[$0.text] } }

  mutating func declare(
    _ declaration: Declaration, _ source: SourceText
  ) throws(Diagnostic) {
    let name = declaration.name
    if let expression = declaration.expression {
      throw Diagnostic(
        .misplacedClause, "a promise is told, not composed: write `\(name.text): 99.95% per month`",
        at: name.span.after.through(expression.span), fixes: [": 99.95% per month"])
    }
    guard agreements[name.text] == nil else {
      throw Diagnostic(
        .duplicateName, "the sla '\(name.text)' is declared twice; a name is one thing",
        at: name.span, fixes: [NameWriter.text(Identifier("\(name.text)-2"))])
    }
    agreements[name.text] = try AgreementReading(declaration, source).agreement()
    names.append(name)
  }

  /// The promise that is called so, of the text or of the catalogue, and what was assumed of the
  /// latter; `topology` tells what else may be.
  func agreement(
    named name: Identifier, in topology: Topology
  ) throws(Diagnostic) -> AssumedAgreement {
    if let agreement = agreements[name.text] {
      return AssumedAgreement(agreement: agreement, assumptions: [])
    }
    if let published = try Self.published(name) { return published }
    let isPart = topology.index(ofDefinition: name.text) != nil
    let published =
      name.text.contains(".")
      ? CommitmentCatalogue.published.nearest(to: name.text).map(\.name) : []
    let nearest =
      Spelling.nearest(to: name.text, among: names.map(\.text)) ?? published.first
    let hint = nearest.map { "; did you mean '\($0)'?" } ?? ""
    let flaw = isPart ? "'\(name.text)' is a part, not an sla" : "no sla is called '\(name.text)'"
    let others = names.prefix(5).map { "'\($0.text)'" }.joined(separator: ", ")
    throw Diagnostic(
      .unknownName, flaw + hint, at: name.span,
      fixes: (nearest ?? names.first?.text).map { [NameWriter.text(Identifier($0))] } ?? [],
      notes: [
        names.isEmpty
          ? "a promise gets a name by `sla \(name.text): 99.95% per month`"
          : "declared are \(others)"
      ])
  }

  /// A promise of the catalogue.
  private static func published(_ name: Identifier) throws(Diagnostic) -> AssumedAgreement? {
    guard let commitment = CommitmentCatalogue.published.named(name.text) else { return nil }
    do throws(ServiceLevelError) {
      return try commitment.agreement()
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: name.span)
    }
  }

  /// Refuses a promise that is called like something else.
  func refuseNames(of topology: Topology, _ laws: LawTable) throws(Diagnostic) {
    for name in names {
      let isPart = topology.index(ofDefinition: name.text) != nil
      let isFamily = topology.families.contains { $0.name == name.text }
      guard isPart || isFamily || laws.declares(name.text) else { continue }
      throw Diagnostic(
        .duplicateName,
        "'\(name.text)' is a \(laws.declares(name.text) ? "law" : "part") too; a name is one thing",
        at: name.span, fixes: [NameWriter.text(Identifier("\(name.text)-sla"))])
    }
  }
}
