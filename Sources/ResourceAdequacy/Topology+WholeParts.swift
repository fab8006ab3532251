import Quantities
import StructureFunctions
import Topology

/// Parts without capacities that are more than gates of plain components, such as a store whose
/// short outages are absorbed.
extension Topology {
  /// A component with the availability and failure frequency of a part, from the exact engine; nil when
  /// the part has levels between up and down. Throws ``ResourceAdequacyError/structure(_:)`` when the
  /// engine has no answer.
  func wholePart(_ name: String) throws(ResourceAdequacyError) -> Component? {
    let parts = parts(of: name)
    guard parts.allSatisfy({ $0.demand == nil && !$0.hasLevels }),
      let alone = try? Topology(definitions: parts, families: families)
    else { return nil }
    do throws(StructureFunctionError) {
      let structure = try StructureFunction(alone, of: name)
      guard structure.positiveLevels == [1] else { return nil }
      return try structure.figures(atLeast: 1).component
    } catch {
      throw .structure(error)
    }
  }

  /// The names of all that the state of a definition follows from: definitions, and the domains that
  /// they stand in.
  func support(of name: String) -> Set<String> {
    var names: Set<String> = []
    for part in parts(of: name) {
      names.insert(part.name)
      var found = part.dependencies.compactMap(index(ofDomain:)).flatMap(chain(ofDomain:))
      if case .group(let group) = part.body { found += cells(of: group).flatMap(\.domains) }
      names.formUnion(found.map { domains[$0].name })
    }
    return names
  }
}

extension StructureFunction.Figures {
  /// A component that is up as often and fails as often; without times where the frequency is unknown.
  fileprivate var component: Component? {
    guard probability.complement > 0 else { return .perfect }
    guard let frequency, frequency.perSecond > 0,
      let mean = try? Duration(seconds: probability.complement / frequency.perSecond)
    else { return try? Component(availability: probability) }
    return try? Component(availability: probability, mttr: .exponential(mean: mean))
  }
}
