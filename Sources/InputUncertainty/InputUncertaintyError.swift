import LifeDistributions
import StructureFunctions
import Topology

/// Why a topology with uncertain inputs can't be built or answered.
public enum InputUncertaintyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing can be believed like that: the input's name and the flaw.
  case belief(String, flaw: String)
  /// One name with two different beliefs.
  case twoBeliefs(String)
  /// The builder asked for an input that it had not asked for when the medians were drawn: which
  /// inputs there are must not depend on their values.
  case unknownInput(String)
  /// A quantile of a posterior failed: the input's name and why.
  case quantile(String, LifeDistributionError)
  /// The topology of some values has a flaw.
  case topology(TopologyError)
  /// The builder failed otherwise; the text is its error's.
  case builder(String)
  /// The exact engine has no answer.
  case structure(StructureFunctionError)
  /// One of the draws has no answer: its number, the inputs' values there, and why.
  indirect case draw(Int, [DrawnValue], InputUncertaintyError)
  /// A number of draws that can't be made.
  case draws(Int)
  /// The steps can't be laid out once for all draws, which was asked for; the text says why.
  case notCompiled(String)

  /// One sentence for people, with what to do instead.
  public var description: String {
    switch self {
    case .belief(let name, let flaw): "the range of \(name) is no belief: \(flaw)"
    case .twoBeliefs(let name):
      "\(name) is believed in two ways; give each uncertain number a name of its own"
    case .unknownInput(let name):
      "\(name) is asked for with some values and not with others; ask for all inputs each time"
    case .quantile(let name, let error): "\(name): \(error.description)"
    case .topology(let error): error.description
    case .builder(let text): text
    case .structure(let error): error.description
    case .draw(let number, let values, let error):
      """
      draw \(number) has no answer, with \(values.map(\.description).joined(separator: ", ")): \
      \(error.description); narrow the ranges
      """
    case .draws(let count):
      """
      \(count) draws can't be made; ask for \(UncertaintyRequest.drawRange.lowerBound) to \
      \(UncertaintyRequest.drawRange.upperBound)
      """
    case .notCompiled(let reason): "\(reason); rebuild the topology for every draw"
    }
  }
}

/// What one input was in a draw.
public struct DrawnValue: Sendable, Hashable, CustomStringConvertible {
  /// The input's name.
  public let name: String
  /// Its value there.
  public let value: InputValue

  /// `web.mtbf = 2592000.0`; a time in seconds.
  public var description: String { "\(name) = \(value.number)" }
}
