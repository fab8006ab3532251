import Quantities

/// How available each design of a space is: any function of the options taken.
public struct DesignEvaluation: Sendable {
  /// The availability of the design with these option indices, one a choice in the space's order;
  /// exact, both tails.
  public let availability: @Sendable ([Int]) throws -> Probability
  /// The same if what is chosen at one choice, named by its index, never failed; nil where that has
  /// no meaning or isn't known.
  public let availabilityIfPerfect: (@Sendable ([Int], _ choice: Int) throws -> Probability)?

  /// An evaluation by a function, and by another that takes one choice as perfect, by which an
  /// impossible target can name its cause.
  public init(
    _ availability: @escaping @Sendable ([Int]) throws -> Probability,
    ifPerfect: (@Sendable ([Int], _ choice: Int) throws -> Probability)? = nil
  ) {
    self.availability = availability
    availabilityIfPerfect = ifPerfect
  }
}

extension DesignEvaluation {
  /// The availability of a design, if it is one. Throws ``AllocationError/evaluation(design:_:)`` and
  /// ``AllocationError/notAProbability(_:where:)``.
  func checked(
    _ options: [Int], in space: DesignSpace
  ) throws(AllocationError) -> Probability {
    let found: Probability
    do { found = try availability(options) } catch {
      throw .evaluation(design: Design(options, of: space, .impossible).description, error)
    }
    try found.check(at: Design(options, of: space, .impossible).description)
    return found
  }

  /// The choice whose perfection would help a design most, the first of several; nil where perfection
  /// isn't known. Throws as ``checked(_:in:)``.
  func limitingChoice(
    of design: Design, in space: DesignSpace
  ) throws(AllocationError) -> UnreachableTarget.LimitingChoice? {
    guard let availabilityIfPerfect else { return nil }
    var worst: UnreachableTarget.LimitingChoice?
    for (index, choice) in space.choices.enumerated() {
      let found: Probability
      do { found = try availabilityIfPerfect(design.options, index) } catch {
        throw .evaluation(design: "\(design) with '\(choice.name)' perfect", error)
      }
      try found.check(at: "\(design) with '\(choice.name)' perfect")
      if let worst, worst.availabilityIfPerfect.complement <= found.complement { continue }
      worst = UnreachableTarget.LimitingChoice(name: choice.name, availabilityIfPerfect: found)
    }
    return worst
  }
}

extension Probability {
  /// Throws ``AllocationError/notAProbability(_:where:)`` unless both tails lie in 0 to 1.
  func check(at place: @autoclosure () -> String) throws(AllocationError) {
    for tail in [value, complement] where !(0...1).contains(tail) {
      throw .notAProbability(tail, where: place())
    }
  }
}
