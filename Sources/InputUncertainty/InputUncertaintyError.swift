import LifeDistributions
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
    }
  }
}
