import Testing

@testable import OutageSimulation

@Suite("Histories of levels")
struct LevelHistoryTests {
  @Test("empty spans and spans at the base are left out")
  func nothing() {
    var history = LevelHistory()
    history.append(from: 10, to: 10, level: 0, cause: 1)
    history.append(from: 10, to: 20, level: 1, cause: 1)
    #expect(history.isEmpty)
    history.base = 0.5
    history.append(from: 10, to: 20, level: 1, cause: 1)
    #expect(history.spans == [.init(start: 10, end: 20, level: 1, cause: 1)])
    history.clear()
    #expect(history.isEmpty)
  }

  // 1 --    ----
  // 0   aabb      touch at one level: one span, and its cause is a
  @Test("a loss that lasts keeps the cause that began it")
  func cause() {
    let history = LevelHistory([.down(10, 20, by: 1), .down(20, 30, by: 2)])
    #expect(history.spans == [.down(10, 30, by: 1)])
  }

  // 1     -   -  ---     a column is 10 s; below 0.5 from 20 to 40 and from 50 to 60
  // 0.75   a    e
  // 0.25     c d
  // 0       b
  @Test("spans that touch below the threshold are one outage")
  func outages() {
    let history = LevelHistory(
      [
        .at(0.75, 10, 20, by: 1), .at(0, 20, 30, by: 2), .at(0.25, 30, 40, by: 3),
        .at(0.25, 50, 60, by: 4), .at(0.75, 60, 70, by: 5),
      ], downBelow: 0.5)
    let second = second
    #expect(
      Array(history.outages) == [
        .init(start: 20 * second, end: 40 * second, cause: 2),
        .init(start: 50 * second, end: 60 * second, cause: 4),
      ])
    #expect(
      Array(history.outages(until: 35 * second)) == [
        .init(start: 20 * second, end: 35 * second, cause: 2)
      ])
    #expect(Array(history.outages(until: 20 * second)) == [])
  }

  @Test("what is never up has no outage that begins")
  func neverUp() {
    let history = LevelHistory([.down(10, 20)], downBelow: 0.5, base: 0.25)
    #expect(history.isNeverUp)
    #expect(Array(history.outages) == [])
  }

  @Test("a reader goes through spans and what lies between them")
  func reader() {
    let history = LevelHistory([
      .down(10, 20, by: 1), .at(0.5, 20, 30, by: 2), .down(40, 50, by: 3),
    ])
    var reader = LevelReader(history, baseCause: 9)
    let before = LevelHistory.Span(start: .min, end: 10 * second, level: 1, cause: 9)
    let behind = LevelHistory.Span(start: 50 * second, end: .max, level: 1, cause: 9)
    #expect(reader.stretch(at: 0) == before)
    #expect(reader.stretch(at: 10 * second - 1) == before)
    #expect(reader.stretch(at: 10 * second) == .down(10, 20, by: 1))
    #expect(reader.stretch(at: 25 * second) == .at(0.5, 20, 30, by: 2))
    #expect(reader.stretch(at: 30 * second) == .at(1, 30, 40, by: 9))
    #expect(reader.stretch(at: 50 * second) == behind)
    #expect(reader.isAtBase(behind) && !reader.isDown(behind))
  }

  @Test("a reader hands on what lies between two instants")
  func copying() {
    let history = LevelHistory([
      .down(10, 20, by: 1), .at(0.5, 20, 30, by: 2), .down(40, 50, by: 3),
    ])
    var reader = LevelReader(history, baseCause: 9)
    var result = LevelHistory()
    reader.copy(from: 0, to: 15 * second, into: &result)
    reader.copy(from: 25 * second, to: 20 * second, into: &result)
    reader.copy(from: 25 * second, to: 45 * second, into: &result)
    #expect(
      result.spans == [.down(10, 15, by: 1), .at(0.5, 25, 30, by: 2), .down(40, 45, by: 3)])
  }
}
