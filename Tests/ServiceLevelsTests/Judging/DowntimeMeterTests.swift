import Quantities
import ServiceLevels
import TestSupport
import Testing

/// What rules count of histories, beside what a second-by-second reading counts.
@Suite("Counting downtime by a rule")
struct DowntimeMeterTests {
  private static let second = RandomHistory.second

  /// Tries `rule` on many windows of many histories.
  private func expectAgreement(
    _ rule: MeasuringRule, isPartial: Bool = false,
    _ count: (_ lost: [Double], _ from: Int64, _ phase: Int64) -> Double
  ) {
    var random = SplitMix64(seed: 20_261_129)
    let meter = DowntimeMeter(rule)
    for _ in 0..<400 {
      let losses = RandomHistory.losses(12, within: 4_000, &random, isPartial: isPartial)
      let from = Int64.random(in: 0..<1_500, using: &random)
      let to = from + Int64.random(in: 300..<2_500, using: &random)
      let phase = Int64.random(in: 0..<max(1, meter.grid / Self.second), using: &random)
      let counted = meter.counted(
        losses[...], from: from * Self.second, to: to * Self.second, phase: phase * Self.second)
      let lost = RandomHistory.seconds(losses, from: from, to: to)
      #expect(abs(Double(counted) / 1e9 - count(lost, from, phase)) < 1e-6)
    }
  }

  /// Lengths of the stretches that are down without a break.
  private static func runs(_ lost: [Double]) -> [Int] {
    lost.split(separator: 0).map(\.count)
  }

  /// The seconds of cells of a grid, those alone that lie within the window where `isWhole`.
  private static func cells(
    _ lost: [Double], _ from: Int64, _ phase: Int64, _ length: Int64, isWhole: Bool
  ) -> [ArraySlice<Double>] {
    var cells: [Int64: ArraySlice<Double>] = [:]
    for place in lost.indices {
      let number = Int64((Double(from + Int64(place) - phase) / Double(length)).rounded(.down))
      cells[number, default: []].append(lost[place])
    }
    return cells.values.filter { !isWhole || $0.count == length }
  }

  @Test("continuously: every second down")
  func continuous() {
    expectAgreement(.continuous) { lost, _, _ in lost.reduce(0, +) }
  }

  @Test("runs: stretches of at least so long, cut at the window's edges", arguments: [60, 300])
  func runs(least: Int) {
    expectAgreement(.runs(of: .seconds(UInt32(least)))) { lost, _, _ in
      Double(Self.runs(lost).filter { $0 >= least }.reduce(0, +))
    }
  }

  @Test("cells and whole minutes: those down from edge to edge", arguments: [60, 300])
  func cells(length: Int64) {
    let rule = length == 60 ? MeasuringRule.wholeMinutes : .cells(of: .seconds(UInt32(length)))
    expectAgreement(rule) { lost, from, phase in
      let down = Self.cells(lost, from, phase, length, isWhole: true).filter { !$0.contains(0) }
      return Double(down.count) * Double(length)
    }
  }

  @Test("average errors: each second by what is lost")
  func averages() {
    expectAgreement(.averageErrors, isPartial: true) { lost, _, _ in lost.reduce(0, +) }
  }

  @Test("minutes of errors above a ratio, whole", arguments: [0.0, 10, 50, 90])
  func errorMinutes(percent: Double) throws {
    let rule = MeasuringRule.errors(above: try .percent(percent))
    expectAgreement(rule, isPartial: true) { lost, from, phase in
      let bad = Self.cells(lost, from, phase, 60, isWhole: false).filter {
        $0.reduce(0, +) > 60 * percent / 100
      }
      return min(Double(bad.count) * 60, Double(lost.count))
    }
  }

  @Test("a loss of just the ratio is not above it", arguments: [1.0, 2, 5, 10, 30])
  func errorsAtTheRatio(percent: Double) throws {
    let meter = DowntimeMeter(.errors(above: try .percent(percent)))
    let lost = ServiceLoss(start: 0, end: 600 * Self.second, lost: 1 - (100 - percent) / 100)
    #expect(meter.counted([lost], from: 0, to: 600 * Self.second) == 0)
    let more = ServiceLoss(start: 0, end: 600 * Self.second, lost: percent / 100 + 1e-6)
    #expect(meter.counted([more], from: 0, to: 600 * Self.second) == 600 * Self.second)
  }

  @Test("on every history whole cells count at most what runs do, and those what all does")
  func order() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<2_000 {
      let losses = RandomHistory.losses(10, within: 5_000, &random)
      let length = Int64.random(in: 1...400, using: &random)
      let phase = Int64.random(in: 0..<length, using: &random) * Self.second
      let (from, to) = (
        100 * Self.second, Int64.random(in: 600...5_000, using: &random) * Self.second
      )
      let span = Quantities.Duration.seconds(UInt32(length))
      let counts = [MeasuringRule.cells(of: span), .runs(of: span), .continuous].map {
        DowntimeMeter($0).counted(losses[...], from: from, to: to, phase: phase)
      }
      #expect(counts == counts.sorted())
    }
  }
}
