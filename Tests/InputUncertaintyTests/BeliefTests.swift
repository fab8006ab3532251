import InputUncertainty
import Quantities
import Testing
import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Beliefs and what is built of them")
struct BeliefTests {
  private func tail(_ value: Double) -> Probability {
    Probability(uncheckedValue: value, complement: 1 - value)
  }

  @Test("the ends of a range are its 5 % and 95 % quantiles, its median their geometric mean")
  func lognormal() throws {
    let belief = Belief.positive(low: 20, high: 45)
    #expect(abs(try belief.quantile(of: tail(0.05)).number / 20 - 1) < 1e-13)
    #expect(abs(try belief.quantile(of: tail(0.95)).number / 45 - 1) < 1e-13)
    #expect(abs(try belief.median().number / 30 - 1) < 1e-14)
  }

  /// Source: mpmath 1.3, norminv(1e-20) = -9.262340089798408.
  @Test("quantiles far out come from their own tail")
  func farQuantiles() throws {
    let belief = Belief.positive(low: 20, high: 45)
    let far = Probability(uncheckedValue: 1e-20, complement: 1)
    let reach = (45.0 / 20).squareRoot()
    // Two logarithms of the reach are the range's width of 2 × 1.6448536… standard deviations.
    let factor = pow(reach, 9.262340089798408 / Belief.ninetyPercentFactor)
    #expect(abs(try belief.quantile(of: far).number * factor / 30 - 1) < 1e-12)
    #expect(abs(try belief.quantile(of: far.inverted).number / (30 * factor) - 1) < 1e-12)
  }

  @Test("a range of nines keeps both tails")
  func nines() throws {
    let belief = try Belief.probability(low: .nines(9), high: .nines(11))
    let median = try belief.median()
    #expect(abs(median.complement / 1e-10 - 1) < 1e-8)
    #expect(abs(try belief.quantile(of: tail(0.05)).complement / 1e-9 - 1) < 1e-12)
  }

  @Test("one name is one draw, and has one belief")
  func names() throws {
    let topology = try UncertainTopology { draw in
      let mtbf = try draw.duration("web.mtbf", from: .days(20), to: .days(45))
      let again = try draw.duration("web.mtbf", from: .days(20), to: .days(45))
      return try Topology {
        Service("web", 1, of: 2, .mtbf(mtbf, mttr: .minutes(5)))
        Service("api", 1, of: 2, .mtbf(again, mttr: .minutes(5)))
      }
    }
    #expect(topology.inputs.map(\.name) == ["web.mtbf"])
    let drawn = try topology.topology(at: [InputValue(86_400)])
    #expect(drawn.definitions.count == 2)
    #expect(throws: InputUncertaintyError.twoBeliefs("a")) {
      try UncertainTopology { draw in
        _ = try draw.number("a", from: 1, to: 2)
        _ = try draw.number("a", from: 1, to: 3)
        return try Topology { Part("x", .percent(99)) }
      }
    }
  }
}
