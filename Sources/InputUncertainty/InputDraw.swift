import LifeDistributions
import Quantities
import Topology

/// One value for each uncertain input, handed to what builds a topology.
///
/// The first time a name is asked for it becomes an input and its median is handed out. One name is
/// one draw: what asks for it twice is told the same value.
public struct InputDraw: Sendable {
  private(set) var inputs: [UncertainInput] = []
  private var places: [String: Int] = [:]
  private var values: [InputValue] = []
  private let isDiscovering: Bool

  /// Hands out medians and gathers the inputs.
  init() { isDiscovering = true }

  /// Hands out the values of known inputs, one each.
  init(_ inputs: [UncertainInput], places: [String: Int], values: [InputValue]) {
    self.inputs = inputs
    self.places = places
    self.values = values
    isDiscovering = false
  }

  /// The places of the inputs by their names.
  var placesByName: [String: Int] { places }

  /// The value of the input `name`. Throws ``InputUncertaintyError``.
  public mutating func value(
    _ name: String, _ belief: Belief
  ) throws(InputUncertaintyError) -> InputValue {
    if let place = places[name] {
      guard inputs[place].belief == belief else { throw .twoBeliefs(name) }
      return values[place]
    }
    guard isDiscovering else { throw .unknownInput(name) }
    return try discover(UncertainInput(name, belief))
  }

  private mutating func discover(
    _ input: UncertainInput
  ) throws(InputUncertaintyError) -> InputValue {
    if let flaw = input.belief.flaw { throw .belief(input.name, flaw: flaw) }
    do throws(LifeDistributionError) {
      let median = try input.belief.median()
      places[input.name] = inputs.count
      inputs.append(input)
      values.append(median)
      return median
    } catch {
      throw .quantile(input.name, error)
    }
  }
}

/// Quantities.
extension InputDraw {
  /// A time that lies between two with probability 90 %. Throws ``InputUncertaintyError``.
  public mutating func duration(
    _ name: String, from low: Duration, to high: Duration
  ) throws(InputUncertaintyError) -> Duration {
    try duration(name, .positive(low: low.seconds, high: high.seconds))
  }

  /// The mean time per event, of which `events` were seen in the total time `exposure`. Throws
  /// ``InputUncertaintyError``.
  public mutating func duration(
    _ name: String, events: Int, in exposure: Duration
  ) throws(InputUncertaintyError) -> Duration {
    try duration(name, .timePerEvent(events: events, exposure: exposure))
  }

  private mutating func duration(
    _ name: String, _ belief: Belief
  ) throws(InputUncertaintyError) -> Duration {
    let seconds = try value(name, belief).number
    do throws(QuantityError) {
      return try Duration(seconds: seconds)
    } catch {
      throw .belief(name, flaw: error.description)
    }
  }

  /// A probability that lies between two with probability 90 %. Throws ``InputUncertaintyError``.
  public mutating func probability(
    _ name: String, from low: Probability, to high: Probability
  ) throws(InputUncertaintyError) -> Probability {
    try value(name, .probability(low: low, high: high)).probability
  }

  /// The probability of what came true in `events` of `trials`. Throws ``InputUncertaintyError``.
  public mutating func probability(
    _ name: String, events: Int, of trials: Int
  ) throws(InputUncertaintyError) -> Probability {
    try value(name, .chance(events: events, trials: trials)).probability
  }

  /// A positive number that lies between two with probability 90 %. Throws
  /// ``InputUncertaintyError``.
  public mutating func number(
    _ name: String, from low: Double, to high: Double
  ) throws(InputUncertaintyError) -> Double {
    try value(name, .positive(low: low, high: high)).number
  }
}
