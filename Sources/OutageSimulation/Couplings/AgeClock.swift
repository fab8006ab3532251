/// A clock that shows age: it runs at a speed of its own against time.
///
/// Whole nanoseconds, exact at speed 1; at others within half a nanosecond of age for each time that
/// it is brought forward.
struct AgeClock: Sendable {
  /// The age that it showed at `since`.
  private(set) var age: Int64 = 0
  /// When it was last brought forward.
  private(set) var since: Int64 = 0
  /// Nanoseconds of age in a nanosecond, 0 or more.
  private(set) var speed: Double

  /// A clock that shows 0 at 0.
  init(speed: Double) { self.speed = speed }

  /// Brings it forward to an instant that is not before the last one.
  mutating func advance(to now: Int64) {
    let passed = now - since
    since = now
    age += speed == 1 ? passed : Clock.ticks(Double(passed) * speed + 0.5)
  }

  /// Goes on at another speed from where it stands.
  mutating func run(at speed: Double) { self.speed = speed }

  /// Shows 0 from where it stands.
  mutating func reset() { age = 0 }

  /// When it will show an age; at once for one that has passed, `Int64.max` where it stands still.
  func time(of age: Int64) -> Int64 {
    guard age > self.age else { return since }
    if speed == 1 { return since + (age - self.age) }
    guard speed > 0 else { return .max }
    return since + Clock.ticks(Double(age - self.age) / speed + 0.5)
  }
}
