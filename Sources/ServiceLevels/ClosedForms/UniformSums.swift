import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Uniform restorations, whose sums have B-splines as densities.
///
/// With widths as unit, the density of n uniform times at t is f(n, t) = (t f(n - 1, t) + (n - t)
/// f(n - 1, t - 1)) / (n - 1) (de Boor 1978, A Practical Guide to Splines, chapter X), and P(sum <= t) =
/// Σ f(n + 1, t - j) over j = 0, 1, …: positive terms only.
struct UniformSums: RestorationSums {
  /// Seconds, 0 or more.
  let from: Double
  /// Seconds, above `from`.
  let to: Double

  private var width: Double { to - from }
  private static let mostRestorations = 500
  /// Exact for polynomials up to degree 31, and splines of higher degree are smoother than they.
  private static let rule = GaussLegendre(order: 16)

  func sum(
    of count: Int, atMost length: Double
  ) throws(AlternatingProcessError) -> Probability {
    guard length > Double(count) * from else { return .impossible }
    guard length < Double(count) * to else { return .certain }
    // Sums lie evenly about their middle: the smaller tail first.
    let above = (length - Double(count) * from) / width
    let below = (Double(count) * to - length) / width
    let smaller = try Self.lower(count, min(above, below))
    let tails = Probability(uncheckedValue: smaller, complement: 1 - smaller)
    return above <= below ? tails : tails.inverted
  }

  /// P(the sum of `count` uniform times is at most `place` widths above its shortest), at most 1 / 2.
  private static func lower(
    _ count: Int, _ place: Double
  ) throws(AlternatingProcessError) -> Double {
    // A simplex holds the cube's corner: P <= place^count / count!.
    let n = Double(count)
    guard place > 0, n * log(place) - lgamma(n + 1) > -700 else { return 0 }
    guard count <= mostRestorations else { throw .tooCostly("more than 500 uniform restorations") }
    let knot = place.rounded(.down)
    return min(0.5, densities(of: count + 1, upTo: Int(knot), place - knot).reduce(0, +))
  }

  /// f(`count`, `part` + k) for k from 0 to `knot`; `part` from 0 to 1.
  private static func densities(of count: Int, upTo knot: Int, _ part: Double) -> [Double] {
    var densities = Array(repeating: 0.0, count: knot + 1)
    densities[0] = 1
    for number in 2...count {
      let n = Double(number)
      for knot in (0...min(knot, number - 1)).reversed() {
        let t = part + Double(knot)
        let before = knot > 0 ? (n - t) * densities[knot - 1] : 0
        densities[knot] = (t * densities[knot] + before) / (n - 1)
      }
    }
    return densities
  }

  /// The rest has the density P(R > u) / E[R], over which the tails of the sum are integrated piece by
  /// piece, from knot to knot.
  func rest(
    and count: Int, atMost length: Double
  ) throws(AlternatingProcessError) -> Probability {
    guard length > Double(count) * from else { return .impossible }
    guard length < Double(count + 1) * to else { return .certain }
    var mixture = ProbabilityMixture()
    let knots = knots(count, length)
    for (start, end) in zip(knots, knots.dropFirst()) {
      let half = (end - start) / 2
      for (place, weight) in zip(Self.rule.points, Self.rule.weights) {
        let rest = start + half * (1 + place)
        let chance = half * weight * min(1, (to - rest) / width) / (from + width / 2)
        mixture.add(try within(count, length - rest), weight: chance)
      }
    }
    return mixture.probability
  }

  private func within(
    _ count: Int, _ length: Double
  ) throws(AlternatingProcessError) -> Probability {
    guard length > 0 else { return .impossible }
    return count == 0 ? .certain : try sum(of: count, atMost: length)
  }

  /// Lengths of a rest, 0 to the longest, between which the chance that `count` restorations fit behind
  /// it within `length` is a polynomial.
  private func knots(_ count: Int, _ length: Double) -> [Double] {
    let least = length - Double(count) * to
    let inside = (0...count).map { least + Double($0) * width } + [from]
    return ([0, to] + inside.filter { $0 > 0 && $0 < to }).sorted()
  }
}
