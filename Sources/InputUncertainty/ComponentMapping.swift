import Quantities
import StructureFunctions
import Topology

/// How every component that matters to a part of a topology follows from the inputs, and the gates
/// that stay the same whatever the inputs are.
struct ComponentMapping {
  /// The structures of the levels above 0, ascending, and of being up if that is another.
  let structures: [ThresholdStructure]
  /// For each structure and atom its rule.
  let ruleOfAtom: [[Int]]
  private(set) var rules: [ValueRule] = []

  /// Why a mapping doesn't exist, as a sentence's first half.
  struct Missing: Error {
    let reason: String
  }

  /// Looks at the topology at three probes. Cost: three times that of building it and its gates.
  ///
  /// Throws ``Missing`` when something else than the numbers of components follows from the inputs, or
  /// a component's numbers follow from them in a way that isn't plain.
  init(_ topology: UncertainTopology, of name: String, probes: InputProbes) throws(Missing) {
    let built = try Self.topologies(topology, probes)
    guard built.allSatisfy({ built[0].hasSameShape(as: $0) }) else {
      throw Missing(reason: "more than availabilities and times of components follows from a range")
    }
    var seen: [[ThresholdStructure]] = []
    for topology in built { seen.append(try Self.structures(topology, name)) }
    guard seen.allSatisfy({ Self.haveSameGates($0, seen[0]) }) else {
      throw Missing(reason: "the structure of \(name) follows from a range")
    }
    structures = seen[0]
    var places: [ValueRule: Int] = [:]
    var ruleOfAtom: [[Int]] = []
    for place in structures.indices {
      let own = try Self.rules(seen.map { $0[place] }, probes)
      ruleOfAtom.append(own.map { places.place(of: $0) })
    }
    self.ruleOfAtom = ruleOfAtom
    rules = places.sorted { $0.value < $1.value }.map(\.key)
  }

  private static func topologies(
    _ topology: UncertainTopology, _ probes: InputProbes
  ) throws(Missing) -> [Topology] {
    var built: [Topology] = []
    for values in probes.values {
      do throws(InputUncertaintyError) {
        built.append(try topology.topology(at: values))
      } catch {
        throw Missing(reason: "near the medians \(error.description)")
      }
    }
    return built
  }

  private static func structures(
    _ topology: Topology, _ name: String
  ) throws(Missing) -> [ThresholdStructure] {
    do throws(StructureFunctionError) {
      let function = try StructureFunction(topology, of: name)
      var structures: [ThresholdStructure] = []
      for threshold in LongRunFigures.thresholds(of: function) {
        structures.append(try function.structure(atLeast: threshold))
      }
      return structures
    } catch {
      throw Missing(reason: error.description)
    }
  }

  private static func haveSameGates(
    _ left: [ThresholdStructure], _ right: [ThresholdStructure]
  ) -> Bool {
    left.count == right.count && zip(left, right).allSatisfy { $0.hasSameGates(as: $1) }
  }

  /// The rule of each atom of a structure that was seen at all probes; the first one of all for those
  /// that don't matter.
  private static func rules(
    _ seen: [ThresholdStructure], _ probes: InputProbes
  ) throws(Missing) -> [ValueRule] {
    var rules: [ValueRule] = []
    for atom in seen[0].components.indices {
      let components = seen.compactMap { $0.components[atom] }
      guard !components.isEmpty else {
        rules.append(.constant(up: 1, down: 0, frequency: 0))
        continue
      }
      guard let rule = probes.rule(components) else {
        throw Missing(
          reason: "a component's availability or times are more than one range times a number")
      }
      rules.append(rule)
    }
    return rules
  }
}

extension [ValueRule: Int] {
  /// The place of a rule, a new one when it is met first.
  fileprivate mutating func place(of rule: ValueRule) -> Int {
    if let known = self[rule] { return known }
    self[rule] = count
    return count - 1
  }
}
