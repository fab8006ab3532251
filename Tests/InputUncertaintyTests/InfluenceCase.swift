import InputUncertainty
import Quantities
import Topology

/// A system of which the first-order share of each input is known on paper.
struct InfluenceCase: Sendable, CustomStringConvertible {
  let description: String
  let topology: UncertainTopology
  /// For each input, by its name, its share of the variance of log10 U.
  let shares: [String: Double]

  /// Shares in proportion to parts of the variance of log U.
  init(_ description: String, _ topology: UncertainTopology, parts: [String: Double]) {
    self.init(description, topology, shares: Self.normalised(parts))
  }

  init(_ description: String, _ topology: UncertainTopology, shares: [String: Double]) {
    self.description = description
    self.topology = topology
    self.shares = shares
  }

  private static func normalised(_ parts: [String: Double]) -> [String: Double] {
    let whole = parts.values.reduce(0, +)
    return parts.mapValues { $0 / whole }
  }

  /// The variance of the logarithm of a 90 % range whose ends have the ratio.
  static func variance(ratio: Double) -> Double {
    let deviation = logarithm(ratio) / (2 * 1.644_853_626_951_472_7)
    return deviation * deviation
  }
}

/// Rare outages: log U is a sum of logarithms but for terms of U, unless a case says otherwise.
extension InfluenceCase {
  static func all() throws -> [InfluenceCase] {
    try [
      times(), parallel(), sharedInput(), group(), dominated(), nines(), interaction(), idle(),
    ] + posteriors()
  }

  /// Medians of posteriors are functions of GSL.
  private static func posteriors() throws -> [InfluenceCase] {
    #if GSL
      try [posterior(), chance()]
    #else
      []
    #endif
  }

  private static func component(
    _ draw: inout InputDraw, up name: String?, ratio: Double = 1, down other: String?,
    downRatio: Double = 1, mtbf: Double = 1e7, mttr: Double = 10
  ) throws -> Expression {
    func time(_ name: String?, _ middle: Double, _ ratio: Double) throws -> Duration {
      guard let name else { return try Duration(seconds: middle) }
      let reach = ratio.squareRoot()
      return try draw.duration(
        name, from: Duration(seconds: middle / reach), to: Duration(seconds: middle * reach))
    }
    return .component(
      try UncertainSystems.component(
        time(name, mtbf, ratio), time(other, mttr, downRatio)))
  }

  private static func times() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      try component(&draw, up: "mtbf", ratio: 5, down: "mttr", downRatio: 2)
    }
    return InfluenceCase(
      "up time against restoration", topology,
      parts: ["mtbf": variance(ratio: 5), "mttr": variance(ratio: 2)])
  }

  private static func parallel() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let first = try component(&draw, up: nil, down: "a", downRatio: 4)
      return .any([first, try component(&draw, up: nil, down: "b", downRatio: 3)])
    }
    return InfluenceCase(
      "two in parallel", topology,
      parts: ["a": variance(ratio: 4), "b": variance(ratio: 3)])
  }

  private static func sharedInput() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let first = try component(&draw, up: "disk", ratio: 3, down: nil)
      return .any([first, try component(&draw, up: "disk", ratio: 3, down: "mttr", downRatio: 6)])
    }
    return InfluenceCase(
      "one input in two components", topology,
      parts: ["disk": 4 * variance(ratio: 3), "mttr": variance(ratio: 6)])
  }

  private static func group() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let member = try component(&draw, up: "member", ratio: 2, down: nil)
      let other = try component(&draw, up: nil, down: "other", downRatio: 5)
      return .any([.copies(need: 2, count: 3, of: member), other])
    }
    return InfluenceCase(
      "2 of 3 beside another", topology,
      parts: ["member": 4 * variance(ratio: 2), "other": variance(ratio: 5)])
  }

  private static func dominated() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let weak = try component(&draw, up: "weak", ratio: 1.5, down: nil, mtbf: 1e5)
      return .all([weak, try component(&draw, up: "wild", ratio: 10, down: nil, mtbf: 1e13)])
    }
    return InfluenceCase("one that dominates", topology, shares: ["weak": 1, "wild": 0])
  }

  /// The variance of the logarithm of Gamma(3.5) is the trigamma function, pi^2 / 2 - 4 (1 + 1/9 +
  /// 1/25) (Abramowitz and Stegun 1964, 6.4.4).
  private static func posterior() throws -> InfluenceCase {
    let topology = try UncertainTopology { draw in
      let up = try draw.duration("mtbf", events: 3, in: .years(3))
      let down = try draw.duration("mttr", from: .seconds(5), to: .seconds(20))
      return try Topology { Part("s", .mtbf(up, mttr: down)) }
    }
    return InfluenceCase(
      "a posterior against a range", topology,
      parts: ["mtbf": 0.330_357_756_100_234_9, "mttr": variance(ratio: 4)])
  }

  private static func nines() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let up = try draw.probability("nines", from: .nines(29), to: .nines(30))
      let firm = Expression.component(try Component(availability: up))
      return .any([firm, try component(&draw, up: "mtbf", ratio: 20, down: nil)])
    }
    return InfluenceCase(
      "a range of nines", topology,
      parts: ["nines": variance(ratio: 10), "mtbf": variance(ratio: 20)])
  }

  /// 2 of 1,000 failed: log U of Beta(2.5, 998.5), variance trigamma(2.5) - trigamma(1,001)
  /// (Abramowitz and Stegun 1964, 6.4.4 and 6.4.12).
  private static func chance() throws -> InfluenceCase {
    let topology = try UncertainSystems.part { draw in
      let up = try draw.probability("chance", events: 998, of: 1_000)
      let tested = Expression.component(try Component(availability: up))
      return .any([tested, try component(&draw, up: nil, down: "mttr", downRatio: 8)])
    }
    return InfluenceCase(
      "a probability that was tried", topology,
      parts: ["chance": 0.490_357_756_100_234_9 - 9.995_001_667e-4, "mttr": variance(ratio: 8)])
  }

  /// Two in series, so wide that the larger one rules: the shares by quadrature.
  private static func interaction() throws -> InfluenceCase {
    let ratio = 1e5
    let topology = try UncertainSystems.part { draw in
      let first = try component(&draw, up: "a", ratio: ratio, down: nil, mtbf: 1e12)
      return .all([first, try component(&draw, up: "b", ratio: ratio, down: nil, mtbf: 1e12)])
    }
    let share = firstOrderShare(deviation: variance(ratio: ratio).squareRoot())
    return InfluenceCase("two that act together", topology, shares: ["a": share, "b": share])
  }

  /// Var(E[log(e^x + e^y) | x]) / Var(log(e^x + e^y)) for independent normal x and y of mean 0, by the
  /// trapezoidal rule on ±8 standard deviations.
  private static func firstOrderShare(deviation: Double) -> Double {
    let points = stride(from: -8.0, through: 8, by: 0.02).map { z in
      (x: deviation * z, weight: exponential(-z * z / 2))
    }
    let whole = points.reduce(0) { $0 + $1.weight }
    var (mean, square, squareOfMeans) = (0.0, 0.0, 0.0)
    for first in points {
      var (own, ownSquare) = (0.0, 0.0)
      for second in points {
        let top = max(first.x, second.x)
        let value = top + logarithm(1 + exponential(-abs(first.x - second.x)))
        own += second.weight / whole * value
        ownSquare += second.weight / whole * value * value
      }
      mean += first.weight / whole * own
      square += first.weight / whole * ownSquare
      squareOfMeans += first.weight / whole * own * own
    }
    return (squareOfMeans - mean * mean) / (square - mean * mean)
  }

  private static func idle() throws -> InfluenceCase {
    let topology = try UncertainTopology { draw in
      let mtbf = try draw.duration("mtbf", from: .days(20), to: .days(45))
      let idle = try draw.duration("idle", from: .hours(1), to: .hours(90))
      return try Topology {
        Part("other", .mtbf(idle, mttr: .minutes(1)))
        Part("s", .mtbf(mtbf, mttr: .minutes(5)))
      }
    }
    return InfluenceCase("one that does nothing", topology, shares: ["mtbf": 1, "idle": 0])
  }
}
