/// One number of a topology that isn't known for sure.
public struct UncertainInput: Sendable, Hashable {
  /// What it is called in answers: the part and the word, such as `web.mtbf`.
  public let name: String
  /// What is believed of it.
  public let belief: Belief

  /// The input `name`.
  public init(_ name: String, _ belief: Belief) {
    self.name = name
    self.belief = belief
  }
}
