import StructureFunctions

/// The share of users that have moved to a new place: it grows linearly in the time to live.
///
/// It is followed in ``TimedPart/timeToLiveSteps`` equal steps, each at the share in its middle, so
/// that the integral over all steps is that of the straight line.
struct UserMigration {
  private let timeToLive: Int64
  /// When the first users moved; nil before that.
  private var start: Int64?

  private static let steps = Int64(TimedPart.timeToLiveSteps)

  init(timeToLive: Int64) { self.timeToLive = timeToLive }

  /// The share that has moved at an instant, the first of which begins the migration, and the instant
  /// up to which that holds.
  mutating func share(at instant: Int64) -> (moved: Double, until: Int64) {
    let start = start ?? instant
    self.start = start
    guard instant - start < timeToLive else { return (1, .max) }
    var step: Int64 = 0
    while end(of: step) <= instant - start { step += 1 }
    return ((Double(step) + 0.5) / Double(Self.steps), start + end(of: step))
  }

  /// When a step ends: its part of the time to live, rounded down to whole nanoseconds.
  private func end(of step: Int64) -> Int64 {
    let (whole, rest) = timeToLive.quotientAndRemainder(dividingBy: Self.steps)
    return whole * (step + 1) + rest * (step + 1) / Self.steps
  }
}
