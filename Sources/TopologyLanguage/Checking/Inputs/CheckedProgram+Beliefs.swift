import InputUncertainty
import Topology

/// What is only believed, of the whole program or of what one name rests on.
extension CheckedProgram {
  /// How many inputs are believed rather than known.
  package var inputCount: Int { uncertain?.inputs.count ?? 0 }

  /// What is only believed stands at its median: a sentence, or none where everything is known.
  package var medians: [String] { Self.medians(inputCount) }

  /// How many inputs that `name` may rest on are believed rather than known.
  package func inputCount(about name: String) -> Int {
    guard let inputs = uncertain?.inputs, !inputs.isEmpty else { return 0 }
    let near = topology.definitions(beneath: name)
    return inputs.count { input in
      owner(of: input.name).map { near.contains($0.name) || $0.isSchedule } ?? true
    }
  }

  /// The sentence of ``medians`` about the inputs that `name` may rest on.
  package func medians(about name: String) -> [String] { Self.medians(inputCount(about: name)) }

  /// The topologies of all values of what is only believed; nil where `name` rests on nothing of it.
  package func uncertain(about name: String) -> UncertainTopology? {
    inputCount(about: name) > 0 ? uncertain : nil
  }

  private static func medians(_ count: Int) -> [String] {
    switch count {
    case 0: []
    case 1: ["1 input is only believed, and stands at its median"]
    default: ["\(count) inputs are only believed, and stand at their medians"]
    }
  }

  /// The definition that an input such as `web.mtbf` belongs to, by the longest name that fits; nil for
  /// inputs of families and demands.
  private func owner(of input: String) -> Definition? {
    topology.definitions.filter { input == $0.name || input.hasPrefix($0.name + ".") }
      .max { $0.name.utf8.count < $1.name.utf8.count }
  }
}
