import Quantities
import Reports
import Testing

@Suite("Estimates for people")
struct EstimateFiguresTests {
  private static func estimate(_ value: Double, _ error: Double?) -> Estimate {
    Estimate(value, standardError: error, low: nil, high: nil)
  }

  private static let numbers: [(Double, Double?, String)] = [
    (52.837, 0.074, "52.84 ± 0.07"), (1.1154, 0.0142, "1.115 ± 0.014"), (7, 0.29, "7.0 ± 0.3"),
    (18.004, 0.14, "18.00 ± 0.14"), (1234.6, 87, "1230 ± 90"), (1234.6, 9.96, "1230 ± 10"),
    (0.004, 3, "0 ± 3"), (6.52e-13, 5e-15, "(6.52 ± 0.05)e-13"), (4.2, nil, "4.2"), (4, 0, "4"),
    (99.989947, 0.000014, "99.989947 ± 0.000014"),
  ]

  @Test("are rounded to their error", arguments: numbers)
  func rounded(value: Double, error: Double?, text: String) {
    #expect(HumanFigures.number(Self.estimate(value, error)) == text)
  }

  private static let durations: [(Double, Double, String)] = [
    (0.001, 0.0002, "1.0 ± 0.2 ms"), (72, 6, "1.20 ± 0.10 min"), (7200, 60, "2.000 ± 0.017 h"),
    (86_400, 3600, "24.0 ± 1.0 h"), (259_200, 3600, "3.00 ± 0.04 d"),
  ]

  @Test("of times have the unit of their size", arguments: durations)
  func times(seconds: Double, error: Double, text: String) {
    #expect(HumanFigures.duration(seconds: Self.estimate(seconds, error)) == text)
  }

  @Test("of what was never seen are bounded, never 0 ± 0")
  func unseen() {
    // Nearer to 100 % than eight decimal places show, and than a share near 1 can be told.
    let rare = Estimate(1 - 4e-11, standardError: 1e-12, low: nil, high: nil)
    #expect(HumanFigures.percent(share: rare) == "all but (4.00 ± 0.10)e-9%")
    let rarest = Estimate(1, standardError: 9e-22, low: 1, high: 1)
    #expect(HumanFigures.percent(share: rarest) == "all but at most 1.11e-14%")
    #expect(
      HumanFigures.number(Estimate(3, standardError: 1e-15, low: nil, high: nil))
        == "3.0000000000 ± 1e-15")
    #expect(HumanFigures.percent(share: Estimate(hits: 0, trials: 1000)) == "0% (at most 0.383%)")
    let certain = Estimate(hits: 1000, trials: 1000)
    #expect(HumanFigures.percent(share: certain).hasPrefix("100% (at least 99.61"))
    let time = Estimate(0, standardError: nil, low: 0, high: 90)
    #expect(HumanFigures.duration(seconds: time) == "0 min (at most 1.5 min)")
  }

  @Test("without a standard error show their interval")
  func interval() {
    let estimate = Estimate(90, standardError: nil, low: 60, high: 120)
    #expect(HumanFigures.duration(seconds: estimate) == "1.5 min (1 to 2 min)")
  }
}
