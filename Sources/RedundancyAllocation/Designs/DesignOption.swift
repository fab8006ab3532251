/// One way to make a choice: "three copies", "the dear kind", "four zones".
public struct DesignOption: Sendable, Hashable {
  /// The name, unique among the options of its choice.
  public let name: String
  /// Cost a year, in any currency, 0 or more and finite.
  public let cost: Double
  /// What it uses of each other resource of the space (weight, power, addresses), 0 or more and
  /// finite, in the units of that resource.
  public let uses: [Double]

  /// An option by its name, its cost a year and what it uses of the space's other resources. The
  /// numbers are checked by ``DesignSpace/init(_:resources:)``.
  public init(_ name: String, cost: Double, uses: [Double] = []) {
    self.name = name
    self.cost = cost
    self.uses = uses
  }

  /// Cost first, then the other resources.
  var demands: [Double] { [cost] + uses }
}

/// A variable of a design: a question with several answers, of which a design takes one.
public struct DesignChoice: Sendable, Hashable {
  /// The name, unique in its space.
  public let name: String
  /// The options; at least one.
  public let options: [DesignOption]
  /// Whether each option leaves the whole at least as available as the option before it, whatever
  /// the other choices are. What is declared so lets a search pass over designs unseen.
  public let isOrdered: Bool

  /// A choice among options; `isOrdered` declares that they go from worse to better.
  public init(_ name: String, _ options: [DesignOption], isOrdered: Bool = false) {
    self.name = name
    self.options = options
    self.isOrdered = isOrdered
  }
}
