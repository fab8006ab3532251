import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

@Suite("Planned windows")
struct MaintenanceScheduleTests {
  private func maintenance(
    every spacing: UInt32, lasting length: UInt32, isRolling: Bool
  ) -> Maintenance {
    Maintenance(every: .seconds(spacing), lasting: .seconds(length), isRolling: isRolling)
  }

  // Of 100 by 4 from any phase: four whole windows a hundred, one more in part at an edge.
  @Test("windows at fixed distances, all places together")
  func windows() throws {
    let plan = maintenance(every: 25, lasting: 4, isRolling: false)
    for block in 0..<50 as Range<UInt64> {
      let found = try ScheduleSample.spans(
        .maintenance(plan, places: 3), until: 100, places: 3, block: block)
      #expect(found[0] == found[1] && found[1] == found[2])
      let whole = found[0].filter { $0.start > 0 }
      for (span, next) in zip(whole, whole.dropFirst()) {
        #expect(next.start - span.start == 25_000_000_000)
      }
      #expect(whole.allSatisfy { $0.end - $0.start == 4_000_000_000 && $0.level == 0 })
      // One that has begun before 0 is there from 0 on, and short of a whole one.
      if let first = found[0].first, first.start == 0 { #expect(first.end <= 4_000_000_000) }
      let inside = found[0].reduce(0) { $0 + min($1.end, 100_000_000_000) - $1.start }
      #expect(inside == 16_000_000_000)
    }
  }

  //   0    4    8    12
  //   xxxx             first place
  //        xxxx        second
  //             xxxx   third
  @Test("rolling windows follow each other")
  func rolling() throws {
    let plan = maintenance(every: 25, lasting: 4, isRolling: true)
    for block in 0..<50 as Range<UInt64> {
      let found = try ScheduleSample.spans(
        .maintenance(plan, places: 3), until: 100, places: 3, block: block)
      for (place, spans) in found.enumerated().dropFirst() {
        for span in spans where span.start > 4_000_000_000 {
          #expect(found[place - 1].contains { $0.end == span.start })
        }
        #expect(
          spans.reduce(0) { $0 + min($1.end, 100_000_000_000) - $1.start } == 16_000_000_000)
      }
    }
  }

  @Test("the share of time in windows is length over spacing at every instant")
  func uniformPhase() throws {
    let plan = maintenance(every: 10, lasting: 3, isRolling: true)
    var checks = [MeanCheck(), MeanCheck(), MeanCheck(), MeanCheck()]
    for block in 0..<4_000 as Range<UInt64> {
      let found = try ScheduleSample.spans(
        .maintenance(plan, places: 2), until: 20, places: 2, block: block)
      for (check, instant) in [(0, 0), (1, 7_300_000_000)] as [(Int, Int64)] {
        for place in 0...1 {
          let isDown = found[place].contains { ($0.start..<$0.end).contains(instant) }
          checks[2 * check + place].add(isDown ? 1 : 0)
        }
      }
    }
    for check in checks { #expect(abs(check.deviation(from: 0.3)) < 4.9) }
  }
}
