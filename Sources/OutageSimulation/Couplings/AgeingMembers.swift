/// Members of a group that age together, at one speed, until they fail.
struct AgeingMembers: Sendable {
  private let speed: Double
  private var clock: AgeClock
  /// What the clock shows when each of them fails.
  private var failures: DueHeap

  /// Beyond this age the clock begins anew, so that ages stay whole numbers of 64 bits: a fast clock
  /// shows more than any horizon.
  private static let latestAge: Int64 = 1 << 61

  /// None of the members 0 to `count` - 1; they will age at `speed`.
  init(_ count: Int, speed: Double) {
    self.speed = speed
    clock = AgeClock(speed: speed)
    failures = DueHeap(count)
  }

  @inline(__always)
  var count: Int { failures.count }

  @inline(__always)
  func contains(_ member: Int) -> Bool { failures.contains(member) }

  /// The next one to fail, and when.
  @inline(__always)
  var next: (time: Int64, number: Int)? {
    guard let first = failures.first else { return nil }
    return (clock.time(of: first.time), first.number)
  }

  mutating func begin() {
    clock = AgeClock(speed: speed)
    failures.removeAll()
  }

  /// Adds a member that fails after `rest` more nanoseconds of age.
  mutating func add(_ member: Int, rest: Int64, at now: Int64) {
    advance(to: now)
    failures.set(member, due: clock.age + rest)
  }

  /// Removes a member; returns how much more age it takes to fail.
  @discardableResult
  mutating func remove(_ member: Int, at now: Int64) -> Int64 {
    advance(to: now)
    return max(0, failures.remove(member) - clock.age)
  }

  /// Lets all of them age at another speed from now on.
  mutating func run(at speed: Double, from now: Int64) {
    advance(to: now)
    clock.run(at: speed)
  }

  private mutating func advance(to now: Int64) {
    clock.advance(to: now)
    guard clock.age > Self.latestAge else { return }
    failures.advance(by: clock.age)
    clock.reset()
  }
}
