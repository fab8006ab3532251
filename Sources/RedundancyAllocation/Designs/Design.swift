import Quantities

/// A design: one option for each choice of a space, with what it costs and how available it is.
public struct Design: Sendable, Hashable, CustomStringConvertible {
  /// A choice with the option taken.
  public struct Selection: Sendable, Hashable {
    /// The name of the choice.
    public let choice: String
    /// The name of the option.
    public let option: String
  }

  /// The index of the option taken, for each choice in the space's order.
  public let options: [Int]
  /// The design spelled out, in the space's order.
  public let selections: [Selection]
  /// Cost a year; a sum with a relative error below 2^-52 for each choice.
  public let cost: Double
  /// What it uses of each other resource, in the space's order; error as that of the cost.
  public let uses: [Double]
  /// How available it is, both tails, as exact as whoever evaluated it.
  public let availability: Probability

  init(_ options: [Int], of space: DesignSpace, _ availability: Probability) {
    let demands = space.demands(of: options)
    self.options = options
    selections = zip(space.choices, options).map { choice, option in
      Selection(choice: choice.name, option: choice.options[option].name)
    }
    cost = demands[0]
    uses = Array(demands.dropFirst())
    self.availability = availability
  }

  /// The unavailability, 0 to 1.
  public var unavailability: Double { availability.complement }

  /// `zones = 3, web = 4 small`.
  public var description: String {
    selections.map { "\($0.choice) = \($0.option)" }.joined(separator: ", ")
  }
}
