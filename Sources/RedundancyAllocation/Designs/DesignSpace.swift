/// All designs that can be made: some choices, of which each design takes one option each.
public struct DesignSpace: Sendable, Hashable {
  /// The choices; at least one.
  public let choices: [DesignChoice]
  /// The names of the resources other than cost that options use.
  public let resources: [String]

  /// A space of choices.
  ///
  /// Throws ``AllocationError`` for no choices, a choice without options, a name that is used twice, a
  /// cost or a use that is negative or not finite, and an option that doesn't say what it uses of
  /// each resource.
  public init(
    _ choices: [DesignChoice], resources: [String] = []
  ) throws(AllocationError) {
    guard !choices.isEmpty else { throw .noChoices }
    if let name = choices.map(\.name).firstRepeated { throw .repeatedName(name, choice: nil) }
    for choice in choices { try Self.check(choice, resources) }
    self.choices = choices
    self.resources = resources
  }

  private static func check(
    _ choice: DesignChoice, _ resources: [String]
  ) throws(AllocationError) {
    guard !choice.options.isEmpty else { throw .noOptions(choice: choice.name) }
    if let name = choice.options.map(\.name).firstRepeated {
      throw .repeatedName(name, choice: choice.name)
    }
    for option in choice.options { try check(option, of: choice.name, resources) }
  }

  private static func check(
    _ option: DesignOption, of choice: String, _ resources: [String]
  ) throws(AllocationError) {
    guard option.uses.count == resources.count else {
      throw .uses(option.uses.count, of: resources.count, choice: choice, option: option.name)
    }
    for (resource, number) in zip(["cost"] + resources, option.demands) {
      guard number.isFinite, number >= 0 else {
        throw .demand(number, of: resource, choice: choice, option: option.name)
      }
    }
  }

  /// The number of designs: exact below 2^53, and finite or infinite beyond.
  public var size: Double { choices.reduce(1) { $0 * Double($1.options.count) } }

  /// What a design uses: cost first, then the other resources. `options` has one index a choice.
  func demands(of options: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: resources.count + 1)
    for (choice, option) in zip(choices, options) {
      for (index, number) in choice.options[option].demands.enumerated() { sums[index] += number }
    }
    return sums
  }

  /// The least that any design uses of each: cost first, then the other resources.
  var leastDemands: [Double] {
    choices.reduce([Double](repeating: 0, count: resources.count + 1)) { sums, choice in
      zip(sums, choice.leastDemands).map { $0 + $1 }
    }
  }
}

extension DesignChoice {
  /// The least that any of its options uses of each: cost first, then the other resources.
  var leastDemands: [Double] {
    options.dropFirst().reduce(options.first?.demands ?? []) { least, option in
      zip(least, option.demands).map { min($0, $1) }
    }
  }
}

extension [String] {
  /// The first name that has occurred before.
  var firstRepeated: String? {
    var seen: Set<String> = []
    return first { !seen.insert($0).inserted }
  }
}
