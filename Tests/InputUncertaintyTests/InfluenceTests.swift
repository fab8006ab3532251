import InputUncertainty
import Quantities
import Testing

@Suite("Which input matters most")
struct InfluenceTests {
  @Test("ten cases on paper: the shares, their errors and their order")
  func tenCases() throws {
    var squares = 0.0
    var count = 0.0
    let cases = try InfluenceCase.all()
    #if GSL
      #expect(cases.count == 10)
    #endif
    for known in cases {
      let found = try #require(try known.topology.propagated(to: "s"))
      #expect(found.method == .compiled)
      #expect(Set(found.influences.map(\.input.name)) == Set(known.shares.keys))
      for influence in found.influences {
        let share = try #require(known.shares[influence.input.name])
        let error = try #require(influence.share.standardError)
        // Lines in 16 classes follow a smooth curve to 0.001 of the variance.
        let miss = max(0, abs(influence.share.value - share) - 0.001)
        #expect(miss <= 6.5 * error, "\(known), \(influence): not \(share)")
        #expect(error < 0.01)
        if miss > 0 { squares += miss * miss / (error * error) }
        count += 1
      }
      let largest = known.shares.max { $0.value < $1.value }?.key
      let others = known.shares.values.sorted()
      if others.count > 1, others[others.count - 1] - others[others.count - 2] > 0.02 {
        #expect(found.influences.first?.input.name == largest, "\(known)")
      }
    }
    // Above the 1 in a million point of chi-squared for 21 figures.
    #expect(squares < 69, "\(squares) of \(count)")
  }

  @Test("more up time means less unavailability, more restoration more; linear in the logarithms")
  func direction() throws {
    let known = try InfluenceCase.all()[0]
    let found = try #require(try known.topology.propagated(to: "s"))
    for influence in found.influences {
      let size = try #require(known.shares[influence.input.name]).squareRoot()
      let exact = influence.input.name == "mtbf" ? -size : size
      #expect(abs(influence.correlation - exact) < 0.014)
    }
  }

  @Test("with one input known the interval is that of the others")
  func known() throws {
    let known = try InfluenceCase.all()[0]
    let found = try #require(try known.topology.propagated(to: "s"))
    for influence in found.influences {
      let interval = try #require(influence.unavailabilityIfKnown)
      let (low, high) = (interval.low, interval.high)
      // The ratio of the ends of the range that is left.
      let left = influence.input.name == "mtbf" ? 2.0 : 5
      let error = try #require(low.relativeError) + (try #require(high.relativeError))
      #expect(abs(high.value / low.value / left - 1) < 5 * error)
      // U is MTTR / MTBF for rare outages.
      let middle = try #require(interval.median.relativeError)
      #expect(abs(interval.median.value / 1e-6 - 1) < 5.2 * middle)
    }
  }

  @Test("rebuilt draws give shares too, with wider errors")
  func rebuilt() throws {
    let known = try InfluenceCase.all()[0]
    let found = try #require(
      try known.topology.propagated(to: "s", .init(draws: 4_096, method: .rebuilt)))
    for influence in found.influences {
      let share = try #require(known.shares[influence.input.name])
      let error = try #require(influence.share.standardError)
      #expect(abs(influence.share.value - share) < 6.5 * error + 0.001)
      #expect(error < 0.03)
    }
  }
}
