import Quantities

/// Independent choices in series: the whole is up while what was chosen at each choice is up.
///
/// Its availability is the product of theirs, so that spaces of any size can be searched exactly.
public struct SeriesSystem: Sendable, Hashable {
  /// The choices.
  public let space: DesignSpace
  /// For each choice the availability of each option.
  public let availabilities: [[Probability]]

  /// A series of a space's choices by the availability of each option. Throws
  /// ``AllocationError/availabilities(_:of:choice:)`` when a choice or an option has none, and
  /// ``AllocationError/notAProbability(_:where:)``.
  public init(
    _ space: DesignSpace, availabilities: [[Probability]]
  ) throws(AllocationError) {
    for (index, choice) in space.choices.enumerated() {
      let own = index < availabilities.count ? availabilities[index] : []
      guard own.count == choice.options.count else {
        throw .availabilities(own.count, of: choice.options.count, choice: choice.name)
      }
      for (option, availability) in zip(choice.options, own) {
        try availability.check(at: "the option '\(option.name)' of '\(choice.name)'")
      }
    }
    self.space = space
    self.availabilities = Array(availabilities.prefix(space.choices.count))
  }

  /// The availability of the design with these option indices: relative error of each tail at most
  /// 2^-52 for each choice. Cost: linear in the choices.
  public func availability(of options: [Int]) -> Probability {
    .all(zip(availabilities, options).map { $0[$1] })
  }

  /// The same system as a search by evaluation sees it.
  public var evaluation: DesignEvaluation {
    DesignEvaluation(
      { availability(of: $0) },
      ifPerfect: { options, perfect in
        .all(options.indices.map { $0 == perfect ? .certain : availabilities[$0][options[$0]] })
      })
  }
}
