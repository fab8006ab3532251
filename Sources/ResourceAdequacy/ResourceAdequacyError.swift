import StructureFunctions

/// Why there is no exact answer about a capacity against a demand.
public enum ResourceAdequacyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Nothing is called that.
  case unknownName(String)
  /// There is nothing with a capacity.
  case noCapacity
  /// The named units are fewer than one.
  case noMembers(String)
  /// A capacity of no flow, as written.
  case capacityOfNothing(String)
  /// A flow, as written, in another unit than the named one.
  case mixedUnits(String, String)
  /// The capacities or loads in that unit have no common step of at least 2^-53 of the largest.
  case tooFine(String)
  /// All capacity is so many common steps, more than the limit.
  case tooManySteps(Int, limit: Int)
  /// The named parts, which pools share, have more states together than the limit.
  case tooManyStates([String], limit: Int)
  /// The table would take more than the limit of multiplications.
  case tooMuchWork(limit: Int)
  /// The definition is not a sum of pools behind gates: it, and what stands in the way.
  case notASum(String, String)
  /// Parts without times, whose histories can't be drawn.
  case untimed([String])
  /// A part with times of another law than the exponential one.
  case notExponential(String)
  /// Loads in no known order, which no history can follow.
  case demandWithoutTime
  /// A number of histories outside 2 to the limit.
  case histories(Int, limit: Int)
  /// The exact engine has no answer either.
  case structure(StructureFunctionError)

  /// One sentence for people, with what to do.
  public var description: String {
    switch self {
    case .unknownName(let name): "nothing is called '\(name)'"
    case .noCapacity: "nothing here has a capacity; write `capacity 500 rps` where it is carried"
    case .noMembers(let name): "\(name) has no members; write a count of 1 or more"
    case .capacityOfNothing(let rate): "a capacity must be above 0, not \(rate)"
    case .mixedUnits(let rate, let unit):
      "\(rate) can't be compared with flows in \(unit); use one unit for all flows"
    case .untimed(let names):
      "\(names.joined(separator: ", ")): without times there are no histories; add an mttr"
    case .notExponential(let name):
      """
      \(name) has times of another law than the exponential one, which shortfalls over time are not \
      drawn for; give plain times
      """
    case .demandWithoutTime: "loads in no known order have no shortfalls over time; give a series"
    case .histories(let count, let limit):
      "ask for 2 to \(limit) histories, not \(count)"
    case .structure(let error): error.description
    case .tooFine, .tooManySteps, .tooManyStates, .tooMuchWork, .notASum: sentenceOfLimit
    }
  }

  private var sentenceOfLimit: String {
    switch self {
    case .tooFine(let unit):
      "the flows in \(unit) have too many digits to be held exactly; write fewer digits"
    case .tooManySteps(let steps, let limit):
      """
      all capacity is \(steps) times the common step of the capacities, more than \(limit); write \
      capacities with fewer digits
      """
    case .tooManyStates(let names, let limit):
      """
      \(Self.list(names)): pools share these parts, which have more than \(limit) states; deal pools \
      evenly over alike domains
      """
    case .tooMuchWork(let limit):
      "the table would take more than \(limit) multiplications; write coarser capacities"
    case .notASum(let name, let what):
      "\(name) is not a sum of pools: \(what); give it a constant demand to simulate it"
    default: description
    }
  }

  /// The first names of a list.
  private static func list(_ names: [String]) -> String {
    names.prefix(6).joined(separator: ", ") + (names.count > 6 ? ", …" : "")
  }
}
