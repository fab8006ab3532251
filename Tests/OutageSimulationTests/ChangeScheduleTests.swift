import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

@testable import OutageSimulation

@Suite("Deployments")
struct ChangeScheduleTests {
  private func relative(_ spans: [LevelHistory.Span]) -> [[Double]] {
    let first = spans.first?.start ?? 0
    return spans.map {
      [Double($0.start - first) / 1e9, Double($0.end - first) / 1e9, $0.level]
    }
  }

  private func changes(
    every spacing: UInt32, failing: Double = 100, lasting restoration: UInt32,
    share: Double = 100, canary: Changes.Canary? = nil
  ) throws -> TimedPart.Kind {
    .changes(
      Changes(
        every: .seconds(spacing), failing: try .percent(failing),
        restoration: .fixed(.seconds(restoration)), share: try .percent(share), canary: canary))
  }

  private func canary(
    _ share: Double, _ length: UInt32, catches: Double
  ) throws -> Changes.Canary {
    Changes.Canary(
      share: try .percent(share), length: .seconds(length), catches: try .percent(catches))
  }

  // All changes fail. From the first on:  0--3      10--13     20--23
  @Test("each failed change takes its share down for the restoration")
  func failedChanges() throws {
    let found = try ScheduleSample.spans(
      try changes(every: 10, lasting: 3, share: 75), until: 30)[0]
    #expect(relative(found) == [[0, 3, 0.25], [10, 13, 0.25], [20, 23, 0.25]])
    #expect(found.allSatisfy { $0.cause == 7 })
  }

  // The first change lies in (0, 10], each with its share of phases.
  @Test("the phase is uniform")
  func phase() throws {
    var check = MeanCheck()
    var squares = MeanCheck()
    for block in 0..<4_000 as Range<UInt64> {
      let found = try ScheduleSample.spans(
        try changes(every: 10, lasting: 1), until: 11, block: block)[0]
      let first = Double(try #require(found.first).start) / 1e10
      #expect(first > 0 && first <= 1)
      check.add(first)
      squares.add(first * first)
    }
    #expect(abs(check.deviation(from: 0.5)) < 4.9)
    #expect(abs(squares.deviation(from: 1.0 / 3)) < 4.9)
  }

  // Restorations of 25 outlast two changes each: all three are one outage.
  @Test("overlapping failed changes merge")
  func merging() throws {
    let found = try ScheduleSample.spans(try changes(every: 10, lasting: 25), until: 30)[0]
    #expect(relative(found) == [[0, 45, 0]])
  }

  // Trial of 2 at 0.9, then 3 at 0:  0==2xx5     10==12xx15
  @Test("a missed change costs its trial and then the full share")
  func missed() throws {
    let kind = try changes(
      every: 10, lasting: 3, canary: try canary(10, 2, catches: 0))
    let found = try ScheduleSample.spans(kind, until: 15)[0]
    #expect(
      Array(relative(found).prefix(2)) == [[0, 2, 0.9], [2, 5, 0]])
  }

  @Test("a caught change costs its trial alone")
  func caught() throws {
    let kind = try changes(
      every: 10, lasting: 3, canary: try canary(10, 2, catches: 100))
    let found = try ScheduleSample.spans(kind, until: 15)[0]
    #expect(relative(found)[0] == [0, 2, 0.9])
    #expect(found.allSatisfy { $0.level == 0.9 })
  }

  // Trials of 2 at 0.9 every 10; the full effects of 15 behind them cover the later trials, and the
  // first covers the beginning of the second.
  //   0 2       10 12   17  20 22 27      37
  //   ==xxxxxxxxxxxxxxxxx
  //             == xxxxxxxxxxxxxxx
  //                         == xxxxxxxxxxx
  @Test("where a trial and a full effect overlap the lower level counts")
  func overlappingTrial() throws {
    let kind = try changes(every: 10, lasting: 15, canary: try canary(10, 2, catches: 0))
    let found = try ScheduleSample.spans(kind, until: 30)[0]
    #expect(relative(found) == [[0, 2, 0.9], [2, 37, 0]])
  }

  // Full effects of 9 at 0.9; the trial of the next change takes a half for 2.
  //   0 2        10 12       20
  //   ==---------==----------==
  @Test("a trial may be worse than the full effect")
  func worseTrial() throws {
    let kind = try changes(
      every: 10, lasting: 9, share: 10, canary: try canary(50, 2, catches: 0))
    let found = relative(try ScheduleSample.spans(kind, until: 35)[0])
    #expect(
      Array(found.prefix(4)) == [[0, 2, 0.5], [2, 10, 0.9], [10, 12, 0.5], [12, 20, 0.9]])
  }

  // Two lists of random stretches beside a look at every instant.
  @Test("the lower of two levels at every instant")
  func lowestOfTwo() {
    var random = SplitMix64(seed: 5)
    for _ in 0..<2_000 {
      var lists = [SpanUnion(level: 0.25, cause: 1), SpanUnion(level: 0.75, cause: 1)]
      if Bool.random(using: &random) { lists.reverse() }
      var levels = [Double](repeating: 1, count: 60)
      for list in lists.indices {
        for start in (0..<Int.random(in: 0...6, using: &random)).map({ _ in
          Int.random(in: 0..<50, using: &random)
        }).sorted() {
          let end = start + Int.random(in: 0...10, using: &random)
          lists[list].add(from: Int64(start), to: Int64(end))
          for instant in start..<end { levels[instant] = min(levels[instant], lists[list].level) }
        }
      }
      var history = LevelHistory()
      history.append(lowestOf: lists[0], lists[1])
      var found = [Double](repeating: 1, count: 60)
      for (place, span) in history.spans.enumerated() {
        #expect(place == 0 || history.spans[place - 1].end <= span.start)
        for instant in span.start..<span.end { found[Int(instant)] = span.level }
      }
      #expect(found == levels)
    }
  }

  // Known answers, section "Contracts and budgets": 30 a month, 5 % fail, 60 min: 90 min a month.
  @Test("30 changes a month of which 5 % fail")
  func monthOfChanges() throws {
    let kind = TimedPart.Kind.changes(
      Changes(
        every: .days(1), failing: try .percent(5), restoration: .fixed(.minutes(60))))
    #expect(abs(try minutesAMonth(kind).deviation(from: 90)) < 4.9)
  }

  // With a canary of 1 % for 10 min that catches 90 %: 9.15 min, weighted by users.
  @Test("the same behind a canary")
  func monthBehindCanary() throws {
    let kind = TimedPart.Kind.changes(
      Changes(
        every: .days(1), failing: try .percent(5), restoration: .fixed(.minutes(60)),
        canary: Changes.Canary(
          share: try .percent(1), length: .minutes(10), catches: try .percent(90))))
    #expect(abs(try minutesAMonth(kind).deviation(from: 9.15)) < 4.9)
  }

  /// Lost minutes, each weighted by the share of users, in 30 days.
  private func minutesAMonth(_ kind: TimedPart.Kind) throws -> MeanCheck {
    var check = MeanCheck()
    let month = Int64(30 * 86_400e9)
    for block in 0..<3_000 as Range<UInt64> {
      // The first day is left out: what began before 0 is not drawn.
      let found = try ScheduleSample.spans(kind, until: 31 * 86_400, block: block)[0]
      let window = month / 30..<month / 30 + month
      let lost = found.reduce(0.0) { sum, span in
        let part = (span.start..<span.end).clamped(to: window).count
        return sum + (1 - span.level) * Double(part)
      }
      check.add(lost / 60e9)
    }
    return check
  }

  @Test("as many changes fail as should", arguments: [0.01, 5.0, 60, 99, 100])
  func shareOfFailures(percent: Double) throws {
    var check = MeanCheck()
    for block in 0..<1_000 as Range<UInt64> {
      // Every tenth of a second, each 1 ms long: ten thousand changes.
      let kind = TimedPart.Kind.changes(
        Changes(
          every: try Duration(seconds: 0.1), failing: try .percent(percent),
          restoration: .fixed(try Duration(seconds: 1e-3))))
      let found = try ScheduleSample.spans(kind, until: 100, seed: 2, block: block)[0]
      check.add(Double(found.count))
    }
    let expected = 1_000 * percent / 100
    // All of a thousand, or one less by the phase that puts the last at the end.
    if percent == 100 {
      #expect(check.mean == expected || check.mean > expected - 0.1)
    } else {
      #expect(abs(check.deviation(from: expected)) < 4.9)
    }
  }

  @Test("changes that never fail do nothing")
  func noFailures() throws {
    #expect(
      try ScheduleSample.spans(try changes(every: 10, failing: 0, lasting: 3), until: 1e6)[0]
        .isEmpty)
  }

  @Test("the mean restoration, or the trial, is what an earlier change leaves behind")
  func memory() throws {
    var laws = LawCatalogue()
    let long = try changes(every: 10, lasting: 3, canary: try canary(10, 2, catches: 90))
    #expect(try #require(long.schedule(&laws)).memory == 3_000_000_000)
    let short = try changes(every: 10, lasting: 1, canary: try canary(10, 2, catches: 90))
    #expect(try #require(short.schedule(&laws)).memory == 2_000_000_000)
    let rule = TimedPart.Kind.afterEffect(.absorption(.seconds(5)))
    #expect(rule.schedule(&laws) == nil)
  }
}
