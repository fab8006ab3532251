/// How available something is for several values of one input.
public struct AvailabilitySweep: Sendable, Hashable {
  /// One value and what it leads to.
  public struct Point: Sendable, Hashable {
    /// The value as people write it.
    public let text: String
    /// The value as a number: seconds, a share from 0 to 1, an amount, or a count.
    public let number: Double
    /// The answer with that value.
    public let answer: AvailabilityAnswer

    /// The answer with one value.
    public init(text: String, number: Double, answer: AvailabilityAnswer) {
      self.text = text
      self.number = number
      self.answer = answer
    }
  }

  /// What is asked about.
  public let name: String
  /// The input that is changed.
  public let input: String
  /// Its own value; nil where it has the default.
  public let current: String?
  /// The same as a number, in the unit of the points; nil where it has none.
  public let currentNumber: Double?
  /// The values, ascending.
  public let points: [Point]

  /// The sweep of `name` over values of `input`.
  public init(
    name: String, over input: String, current: String?, currentNumber: Double? = nil,
    points: [Point]
  ) {
    self.name = name
    self.input = input
    self.current = current
    self.currentNumber = currentNumber ?? points.first { $0.text == current }?.number
    self.points = points
  }

  /// What the answers rest on, each sentence once.
  public var assumptions: [String] {
    points.reduce(into: []) { lines, point in
      lines += point.answer.assumptions.filter { !lines.contains($0) }
    }
  }
}
