import LifeDistributions

/// Integrals of functions that are smooth between known points: Gauss's rule on each panel, halved
/// until a panel and its halves agree.
struct PanelQuadrature {
  /// Where panels end, ascending; at least two.
  let edges: [Double]

  /// The integral from the first edge to the last, with an error of about 1e-13 of a positive
  /// integrand's integral. Nil when 60 halvings don't settle a panel.
  func integral(
    of function: (Double) throws(LifeDistributionError) -> Double
  ) throws(LifeDistributionError) -> Double? {
    let panels = zip(edges, edges.dropFirst())
    var wholes: [Double] = []
    for (from, to) in panels { wholes.append(try Self.gauss(function, from, to)) }
    let tolerance = wholes.reduce(0, +) * 1e-13
    var total = 0.0
    for ((from, to), whole) in zip(panels, wholes) {
      let part = try Self.refined(function, from, to, whole, tolerance, halvings: 60)
      guard let part else { return nil }
      total += part
    }
    return total
  }

  private static func refined(
    _ function: (Double) throws(LifeDistributionError) -> Double, _ from: Double, _ to: Double,
    _ whole: Double, _ tolerance: Double, halvings: Int
  ) throws(LifeDistributionError) -> Double? {
    let middle = from + (to - from) / 2
    let left = try gauss(function, from, middle)
    let right = try gauss(function, middle, to)
    if abs(left + right - whole) <= tolerance { return left + right }
    guard halvings > 0,
      let left = try refined(function, from, middle, left, tolerance, halvings: halvings - 1),
      let right = try refined(function, middle, to, right, tolerance, halvings: halvings - 1)
    else { return nil }
    return left + right
  }

  private static func gauss(
    _ function: (Double) throws(LifeDistributionError) -> Double, _ from: Double, _ to: Double
  ) throws(LifeDistributionError) -> Double {
    let half = (to - from) / 2
    var sum = 0.0
    for atom in rule { sum += atom.weight * (try function(from + half * (1 + atom.value))) }
    return 2 * half * sum
  }

  /// Gauss's rule of 16 points on -1 to 1, its weights summing to 1: the spectral measure of the
  /// Legendre polynomials' recurrence (Golub and Welsch 1969).
  private static let rule: [TridiagonalMatrix.Atom] = {
    let degrees = (1..<16).map(Double.init)
    let couplings = degrees.map { $0 / (4 * $0 * $0 - 1).squareRoot() }
    let matrix = TridiagonalMatrix(
      diagonal: [Double](repeating: 0, count: 16), offDiagonal: couplings)
    return matrix.spectralMeasure() ?? []
  }()
}
