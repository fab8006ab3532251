import Quantities
import Testing
import Topology

@testable import OutageSimulation

/// Histories worked by hand, in seconds: fixed laws leave nothing to chance.
///
/// In the drawings `x` is a restoration, `w` a wait for a crew, `-` work and `.` a spare that waits.
@Suite("Histories of coupled members")
struct CoupledHistoryTests {
  private func fixed(_ up: UInt32, _ down: UInt32) throws -> Component {
    try Component(mtbf: .fixed(.seconds(up)), mttr: .fixed(.seconds(down)))
  }

  /// Member, failure, restoration.
  private func history(
    _ groups: [CoupledSample.Group], crews: Int? = nil, until end: Double
  ) throws -> [[Double]] {
    var sample = CoupledSample(groups, crews: crews)
    return try sample.intervals(until: end).map {
      [Double($0.component), Double($0.start) / 1e9, Double($0.end) / 1e9]
    }
  }

  //   0         10   15   20   25   30     37
  // a ----------xxxxx----------xxxxx----------
  // b -----------wwwwxxxxx----------xxxxx (31 to 36)
  // c ------------wwwwwwwwxxxxx------------xxxxx
  @Test("one crew serves who came first")
  func firstComeFirstServed() throws {
    let lives = [try fixed(10, 5), try fixed(11, 5), try fixed(12, 5)]
    #expect(
      try history([.init(lives)], crews: 1, until: 40) == [
        [0, 10, 15], [1, 11, 20], [2, 12, 25], [0, 25, 30], [1, 31, 36], [2, 37, 42],
      ])
  }

  // Both fail at 10; the second group is declared behind the first, and its one member waits. What
  // waits at the end is cut there.
  //   0         10  14  18
  // a ----------xxxx----------xxxx
  // b ----------wwwwxxxx----------wwww
  @Test("of two that fail together the first declared has the crew")
  func ties() throws {
    let life = try fixed(10, 4)
    let both = [[0.0, 10, 14], [1, 10, 18], [0, 24, 28], [1, 28, 32]]
    #expect(try history([.init([life, life])], crews: 1, until: 30) == both)
    #expect(try history([.init([life]), .init([life])], crews: 1, until: 30) == both)
    #expect(
      try history([.init([life, life])], crews: 1, until: 12) == [[0, 10, 14], [1, 10, 12]])
  }

  // Two crews for three: c waits for the first that is free, which is b's.
  //   0         10     16
  // a ----------xxxxxxxx
  // b -----------xxxx
  // c ------------wwwxxxxxx
  @Test("two crews work side by side")
  func twoCrews() throws {
    let lives = [try fixed(10, 8), try fixed(11, 4), try fixed(12, 6)]
    #expect(
      try history([.init(lives)], crews: 2, until: 17)
        == [[0, 10, 18], [1, 11, 15], [2, 12, 21]])
  }

  //   0         10 13      20 23     30 33
  // a ----------xxx........----------xxx
  // b ..........----------xxx........----------
  @Test("a cold spare doesn't age, and a restored member waits its turn")
  func cold() throws {
    let life = try fixed(10, 3)
    #expect(
      try history([.init([life, life], need: 1, spares: .cold)], until: 35)
        == [[0, 10, 13], [1, 20, 23], [0, 30, 33]])
  }

  // b has aged 5 by 10, and fails 5 later. a, new at 13, has aged 1 by 15, and fails at 24; b, new at
  // 18, has aged 3 by then.
  //   0         10 13 15 18    24 27 31
  // a ----------xxx..---------xxx....-----
  // b ..........-----xxx......-------xxx
  @Test("a warm spare ages at its speed, and keeps its age when it takes over")
  func warm() throws {
    let life = try fixed(10, 3)
    let group = CoupledSample.Group([life, life], need: 1, spares: .warm(try .percent(50)))
    #expect(
      try history([group], until: 32) == [[0, 10, 13], [1, 15, 18], [0, 24, 27], [1, 31, 34]])
  }

  // b ages 10 in 20 while it waits, fails, and is new again at 23.
  @Test("a warm spare fails where it waits")
  func failingSpare() throws {
    let group = CoupledSample.Group(
      [try fixed(100, 3), try fixed(10, 3)], need: 1, spares: .warm(try .percent(50)))
    #expect(
      try history([group], until: 70)
        == [[1, 20, 23], [1, 43, 46], [1, 66, 69]])
  }

  // a and b take turns: c, declared last, never works.
  @Test("the first spare in order of declaration takes over")
  func orderOfTakeover() throws {
    let life = try fixed(10, 3)
    let group = CoupledSample.Group([life, life, life], need: 1, spares: .cold)
    #expect(
      try history([group], until: 45)
        == [[0, 10, 13], [1, 20, 23], [0, 30, 33], [1, 40, 43]])
  }

  // At 35 a fails before b is restored, so that no spare is there; b works at once.
  //   0         10        20   25   30   35
  // a ----------xxxxxxxxxxxxxxx----------xxxxxxxxxxxxxxx
  // b ..........----------xxxxxxxxxxxxxxx----------
  @Test("a restored member works where one is missing; failures come before restorations")
  func noSpareLeft() throws {
    let life = try fixed(10, 15)
    let group = CoupledSample.Group([life, life], need: 1, spares: .cold)
    #expect(
      try history([group], until: 46) == [[0, 10, 25], [1, 20, 35], [0, 35, 50], [1, 45, 60]])
  }

  // At 20 b fails before a is restored, so that c takes over; at 30 c fails before b is restored, and a
  // is there.
  //   0         10        20        30        40
  // a ----------xxxxxxxxxx..........----------xxxxxxxxxx
  // b ..........----------xxxxxxxxxx..........----------
  // c ....................----------xxxxxxxxxx..........
  @Test("what is restored when another fails is too late to take over")
  func tooLate() throws {
    let life = try fixed(10, 10)
    let group = CoupledSample.Group([life, life, life], need: 1, spares: .cold)
    #expect(
      try history([group], until: 45) == [[0, 10, 20], [1, 20, 30], [2, 30, 40], [0, 40, 50]])
  }

  // Alone, b ages twice as fast: the 6 that are left pass in 3. a, back at 110, ages 6 in 3 until b is
  // back at 113, and 4 more in 4.
  //   0         10 13                   110 113 117
  // a ----------xxxxxxxxxxxxxxxxxxxxxxxxx-------xxx
  // b -------------xxxxxxxxxxxxxxxxxxxxxxxxx-------
  @Test("members that carry more age faster")
  func sharing() throws {
    let lives = [try fixed(10, 100), try fixed(16, 100)]
    #expect(
      try history([.init(lives, sharing: 1)], until: 120)
        == [[0, 10, 110], [1, 13, 113], [0, 117, 217]])
    // At the square they pass in 1.5; a then ages 6 in 1.5, and 4 in 4.
    #expect(
      try history([.init(lives, sharing: 2)], until: 116)
        == [[0, 10, 110], [1, 11.5, 111.5], [0, 115.5, 215.5]])
  }

  @Test("what is down for good is down, and others take its place")
  func downForGood() throws {
    let dead = try Component(availability: .percent(0), mttr: .fixed(.hours(1)))
    let group = CoupledSample.Group([dead, try fixed(10, 3)], need: 1, spares: .cold)
    #expect(try history([group], crews: 1, until: 15) == [[0, 0, 15], [1, 10, 13]])
  }

  @Test("what never fails works for ever")
  func neverFails() throws {
    let group = CoupledSample.Group([.perfect, try fixed(10, 3)], need: 1, spares: .cold)
    #expect(try history([group], crews: 1, until: 1e9) == [])
  }

  @Test("the longest means say how long a steady start must warm up")
  func memory() throws {
    let exponential = try Component(
      mtbf: .exponential(mean: .hours(5)), mttr: .lognormal(mean: .hours(2), sigma: 1))
    let process = CoupledSample([.init([exponential]), .init([exponential])], crews: 2).process
    #expect(process.memory.restoration == 7_200_000_000_000)
    #expect(process.memory.uptime == 0)
    let ageing = CoupledSample([.init([exponential, try fixed(10, 8000)])], crews: 1).process
    #expect(ageing.memory.restoration == 8_000_000_000_000)
    #expect(ageing.memory.uptime == 18_000_000_000_000)
  }

  // A load of 4 x 8 / 3200 = 0.01 a crew: 8 s / 0.9^2; of 4 x 8 / 16 = 2, all members' lives.
  @Test("a queue for crews settles the later the more they have to do")
  func queueMemory() throws {
    func queue(_ up: UInt32, crews: Int?, sharing: Double = 0) throws -> Double {
      let group = CoupledSample.Group(
        Array(repeating: try fixed(up, 8), count: 4), sharing: sharing)
      return Double(CoupledSample([group], crews: crews).process.memory.queue) / 1e9
    }
    #expect(abs(try queue(3200, crews: 1) - 8 / 0.81) < 1e-6)
    #expect(try queue(16, crews: 1) == 24)
    #expect(try queue(3200, crews: 1, sharing: 1) == 3208)
    #expect(try queue(3200, crews: 4) == 0)
    #expect(try queue(3200, crews: nil) == 0)
  }
}
