import Charts
import Testing

@Suite("Axes")
struct ChartAxisTests {
  private static let day = 86_400.0

  @Test("of lengths of time have the ticks that people use")
  func durations() {
    let cases: [(ChartAxis.Scale, ClosedRange<Double>, [String])] = [
      (.linear, 0...0, []),
      (.linear, 0...1e-6, ["0", "0.2 us", "0.4 us", "0.6 us", "0.8 us", "1 us"]),
      (.linear, 0...0.05, ["0", "10 ms", "20 ms", "30 ms", "40 ms", "50 ms"]),
      (.linear, 0...100, ["0", "30 s", "60 s", "90 s"]),
      (.linear, 0...1, ["0", "0.2 s", "0.4 s", "0.6 s", "0.8 s", "1 s"]),
      (.linear, 0...1e-9, ["0", "0.2 ns", "0.4 ns", "0.6 ns", "0.8 ns", "1 ns"]),
      (.linear, 0...2e-15, ["0", "5e-16 s", "1e-15 s", "1.5e-15 s", "2e-15 s"]),
      (.linear, 0...9_000, ["0", "0.5 h", "1 h", "1.5 h", "2 h", "2.5 h"]),
      (.linear, 91_800...93_600, ["25.5 h", "25.6 h", "25.7 h", "25.8 h", "25.9 h", "26 h"]),
      (.linear, 198_000...208_800, ["2.3 d", "2.35 d", "2.4 d"]),
      (.logarithmic, 1e-46...1e-42, ["1e-46 s", "1e-45 s", "1e-44 s", "1e-43 s", "1e-42 s"]),
      (.linear, 0...3_600, ["0", "10 min", "20 min", "30 min", "40 min", "50 min", "60 min"]),
      (.linear, -600...600, ["-10 min", "-5 min", "0", "5 min", "10 min"]),
      (.linear, 0...365 * Self.day, ["0", "100 d", "200 d", "300 d"]),
      (.linear, 0...36_500 * Self.day, ["0", "20 y", "40 y", "60 y", "80 y", "100 y"]),
      (.logarithmic, 1...86_400, ["1 s", "10 s", "1 min", "10 min", "1 h", "1 d"]),
      (.logarithmic, 60...1_800, ["1 min", "2 min", "5 min", "10 min", "20 min", "30 min"]),
      (.logarithmic, 1e-6...1e-2, ["1 us", "10 us", "100 us", "1 ms", "10 ms"]),
    ]
    for (scale, range, texts) in cases {
      let axis = ChartAxis.durations("", scale, range)
      if range.lowerBound < range.upperBound {
        #expect(axis.ticks.map(\.text) == texts, "\(range)")
      }
      #expect(axis.ticks.count < 12)
    }
  }

  @Test("of shares are in percent, and in chances where they are small")
  func shares() {
    #expect(
      ChartAxis.shares("", .linear, 0...0.11).ticks.map(\.text)
        == ["0%", "2%", "4%", "6%", "8%", "10%"])
    #expect(
      ChartAxis.shares("", .logarithmic, 1e-5...1).ticks.map(\.text)
        == ["1 in 100,000", "1 in 10,000", "1 in 1,000", "1%", "10%", "100%"])
    #expect(
      ChartAxis.shares("", .logarithmic, 0.002...0.03).ticks.map(\.text)
        == ["1 in 500", "1 in 200", "1%", "2%"])
    #expect(
      ChartAxis.shares("", .linear, 0...0.0005).ticks.map(\.text)
        == ["0%", "0.01%", "0.02%", "0.03%", "0.04%", "0.05%"])
    #expect(
      ChartAxis.shares("", .linear, 0...9.9e-7).ticks.map(\.text)
        == ["0%"] + [2, 4, 6, 8].map { "\($0) in 10,000,000" })
  }

  @Test("of shares rarer than one in a billion are in percent like their labels, of many a few")
  func rareShares() {
    #expect(
      ChartAxis.shares("", .logarithmic, 1e-12...1e-8).ticks.map(\.text)
        == ["1e-10%", "1e-9%", "1e-8%", "1e-7%", "1 in 100,000,000"])
    let many = ChartAxis.shares("", .logarithmic, 1e-75...1).ticks
    #expect((5...9).contains(many.count) && many.first?.text == "1e-73%")
    let times = ChartAxis.durations("", .logarithmic, 1e-70...3e9).ticks
    #expect((5...9).contains(times.count))
  }

  @Test("of numbers are round, and whole where they count")
  func numbers() {
    #expect(
      ChartAxis.numbers("", .linear, 0...5, isWhole: true).ticks.map(\.value) == [0, 1, 2, 3, 4, 5])
    #expect(
      ChartAxis.numbers("", .linear, 0...2, isWhole: true).ticks.map(\.value) == [0, 1, 2])
    #expect(
      ChartAxis.numbers("", .logarithmic, 1...1_000).ticks.map(\.value) == [1, 10, 100, 1_000])
  }

  @Test("place values between their ends, by difference or by ratio")
  func positions() {
    let linear = ChartAxis("", .linear, 0...10, ticks: [])
    #expect([-1, 0, 5, 10, 11].map(linear.position) == [0, 0, 0.5, 1, 1])
    let logarithmic = ChartAxis("", .logarithmic, 1...10_000, ticks: [])
    #expect([0, 1, 100, 10_000].map(logarithmic.position) == [0, 0, 0.5, 1])
    #expect(ChartAxis("", .linear, 3...3, ticks: []).position(3) == 0.5)
  }
}
