/// Members that are down and wait for a crew, first come first served.
struct CrewQueue: Sendable {
  private let crews: Int
  /// Crews that have nothing to do.
  private var free: Int
  /// A ring, with room for all members.
  private var line: [Int32]
  private var first = 0
  private var count = 0

  init(members: Int, crews: Int) {
    self.crews = crews
    free = crews
    line = [Int32](repeating: 0, count: members)
  }

  mutating func begin() {
    free = crews
    first = 0
    count = 0
  }

  /// A member joins the line.
  mutating func join(_ member: Int) {
    line[(first + count) % line.count] = Int32(member)
    count += 1
  }

  /// A crew has finished.
  mutating func release() { free += 1 }

  /// The member that a crew can begin with now.
  mutating func next() -> Int? {
    guard free > 0, let member = leave() else { return nil }
    free -= 1
    return member
  }

  /// Lets the first in the line go.
  mutating func leave() -> Int? {
    guard count > 0 else { return nil }
    defer {
      first = (first + 1) % line.count
      count -= 1
    }
    return Int(line[first])
  }
}
