/// How available something is before and after some values were changed.
public struct AvailabilityChange: Sendable, Hashable {
  /// The answer without the changes.
  public let before: AvailabilityAnswer
  /// The answer with them.
  public let after: AvailabilityAnswer

  /// The change from `before` to `after`.
  public init(before: AvailabilityAnswer, after: AvailabilityAnswer) {
    self.before = before
    self.after = after
  }

  /// How much more it is down with the changes.
  public var difference: DowntimeDifference {
    DowntimeDifference(first: before, second: after)
  }

  /// What both answers rest on, each sentence once.
  public var assumptions: [String] {
    before.assumptions + after.assumptions.filter { !before.assumptions.contains($0) }
  }
}
