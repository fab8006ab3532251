import Foundation
import TestSupport
import Testing

/// The exact engine against all states of small random topologies.
@Suite("exact engine = enumeration")
struct EnumerationTests {
  /// `CROSS_CHECK_CASES` asks for a longer run, `CROSS_CHECK_SEED` for other cases.
  private static func setting(_ name: String, _ standard: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? standard
  }

  /// One case in twenty has 13 to 16 components, the others up to 12.
  private static func check(_ seeds: Range<UInt64>) -> EnumerationCheck {
    var check = EnumerationCheck()
    for seed in seeds {
      let sizes = seed % 20 == 0 ? 13...16 : [1...4, 5...8, 9...12][Int(seed % 3)]
      if let drawn = RandomTopology(seed: seed, components: sizes) { check.compare(drawn) }
    }
    return check
  }

  @Test("random topologies: U and A to 1e-12, frequency to 1e-11")
  func randomTopologies() async {
    let count = Self.setting("CROSS_CHECK_CASES", 2_000)
    let first = Self.setting("CROSS_CHECK_SEED", 1)
    let found = await withTaskGroup(of: EnumerationCheck.self) { tasks in
      for start in stride(from: first, to: first + count, by: 50) {
        tasks.addTask { Self.check(start..<min(start + 50, first + count)) }
      }
      return await tasks.reduce(into: EnumerationCheck()) { $0.merge($1) }
    }
    for failure in found.failures.prefix(5) { Issue.record(Comment(rawValue: failure)) }
    #expect(found.failures.isEmpty, "\(found.failures.count) figures missed")
    #expect(found.cases >= Int(count) * 99 / 100, "too few cases could be drawn")
    #expect(found.refusals <= Int(count) / 500, "too many cases were refused")
    print(
      """
      \(found.cases) cases (\(found.largeCases) large), \(found.thresholds) thresholds, \
      \(found.zeros) zeros, \(found.refusals) refused, U down to 1e\(found.smallest); largest relative errors: \
      U \(found.unavailability), A \(found.availability), frequency \(found.frequency)
      """)
  }
}
