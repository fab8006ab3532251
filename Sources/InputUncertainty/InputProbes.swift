import Quantities
import Topology

/// Values of the inputs at which a topology is looked at, to see what of it follows from which.
///
/// The first probe holds the medians. In the others each input is moved by a factor of its own, that of
/// a probability in its odds, so that a quantity that is proportional to one input shows which.
struct InputProbes {
  let values: [[InputValue]]
  /// For each further probe and each input the ratio of its number to the median.
  private let ratios: [[Double]]

  /// Quantities that should be equal may differ by some roundings.
  static let tolerance = 1e-13
  private static let steps = [0.618_033_988_749_894_9, 0.754_877_666_246_692_8]

  init(medians: [InputValue], inputs: [UncertainInput]) {
    let moved = Self.steps.map { step in
      zip(inputs, medians).enumerated().map { place, pair in
        let turn = Double(place + 1) * step
        return Self.moved(pair.1, pair.0.belief, by: 1.01 + 0.2 * (turn - turn.rounded(.down)))
      }
    }
    values = [medians] + moved
    ratios = moved.map { zip($0, medians).map { $0.number / $1.number } }
  }

  private static func moved(
    _ value: InputValue, _ belief: Belief, by factor: Double
  ) -> InputValue {
    switch belief {
    case .positive, .timePerEvent: return InputValue(value.number * factor)
    case .probability, .chance:
      let odds = value.number / value.complement * factor
      return InputValue(1 / (1 + 1 / odds), complement: 1 / (1 + odds))
    }
  }

  /// The multiple of an input, or the constant, that a quantity above 0 is in all probes; nil when it
  /// is neither.
  func multiple(_ quantity: [Double?]) -> InputMultiple? {
    let found = quantity.compactMap(\.self)
    guard found.count == quantity.count, found.allSatisfy({ $0 > 0 && $0.isFinite }) else {
      return nil
    }
    if found.allSatisfy({ $0 == found[0] }) { return InputMultiple(factor: found[0], input: nil) }
    let own = found.dropFirst().map { $0 / found[0] }
    let input = values[0].indices.first { input in
      zip(own, ratios).allSatisfy { Self.areEqual($0, $1[input]) }
    }
    return input.map { InputMultiple(factor: found[0] / values[0][$0].number, input: $0) }
  }

  /// The input, or the constant, that an availability is in all probes; nil when it is neither.
  func availability(_ found: [Probability]) -> ValueRule.Availability? {
    if found.allSatisfy({ $0 == found[0] }) {
      return .constant(up: found[0].value, down: found[0].complement)
    }
    let input = values[0].indices.first { input in
      zip(found, values).allSatisfy { probability, values in
        Self.areEqual(probability.value, values[input].number)
          && Self.areEqual(probability.complement, values[input].complement)
      }
    }
    return input.map { .input($0) }
  }

  private static func areEqual(_ left: Double, _ right: Double) -> Bool {
    abs(left - right) <= tolerance * abs(right)
  }

  /// The rule that a component follows, seen in all probes; nil when it follows none.
  func rule(_ components: [Component]) -> ValueRule? {
    let first = components[0]
    let uptime = multiple(components.map { $0.uptime?.mean.seconds })
    let restoration = multiple(components.map { $0.restoration?.mean.seconds })
    if components.allSatisfy({ $0.availability == first.availability }),
      components.allSatisfy({ $0.failureFrequency == first.failureFrequency })
    {
      let up = first.availability
      let frequency = first.failureFrequency?.perSecond ?? 0
      return .constant(up: up.value, down: up.complement, frequency: frequency)
    }
    if !first.isGivenByAvailability, let uptime, let restoration {
      return .times(up: uptime, down: restoration)
    }
    guard let availability = availability(components.map(\.availability)) else { return nil }
    if let restoration { return .restored(availability, restoration: restoration) }
    if let uptime { return .operating(availability, uptime: uptime) }
    let hasTimes = components.contains { $0.uptime != nil || $0.restoration != nil }
    return hasTimes ? nil : .restored(availability, restoration: nil)
  }
}
