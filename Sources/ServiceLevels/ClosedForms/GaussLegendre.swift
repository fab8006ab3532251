#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Points and weights of Gauss and Legendre on -1 to 1, and interpolation through the points.
struct GaussLegendre: Sendable {
  /// Ascending.
  let points: [Double]
  /// Positive; they sum to 2.
  let weights: [Double]
  /// Barycentric weights up to a common factor (Berrut and Trefethen 2004, section 5).
  private let barycentric: [Double]

  /// So many points, 2 or more. Error of points and weights below 1e-15.
  init(order: Int) {
    var points: [Double] = []
    var weights: [Double] = []
    for place in (0..<order).reversed() {
      var x = cos(.pi * (Double(place) + 0.75) / (Double(order) + 0.5))
      for _ in 0..<6 {
        let (value, slope) = Self.legendre(order, at: x)
        x -= value / slope
      }
      let slope = Self.legendre(order, at: x).slope
      points.append(x)
      weights.append(2 / ((1 - x * x) * slope * slope))
    }
    self.points = points
    self.weights = weights
    barycentric = points.indices.map { place in
      let size = ((1 - points[place] * points[place]) * weights[place]).squareRoot()
      return place.isMultiple(of: 2) ? size : -size
    }
  }

  /// The Legendre polynomial and its derivative, by their recursion.
  private static func legendre(_ order: Int, at x: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, x)
    for degree in 2...order {
      let n = Double(degree)
      (before, value) = (value, ((2 * n - 1) * x * value - (n - 1) * before) / n)
    }
    return (value, Double(order) * (x * value - before) / (x * x - 1))
  }

  /// Writes how much each point counts for the interpolated value at `x`, times `factor`.
  func interpolate(at x: Double, times factor: Double, into shares: inout [Double]) {
    var sum = 0.0
    for place in points.indices {
      let distance = x - points[place]
      guard distance != 0 else {
        for other in points.indices { shares[other] = other == place ? factor : 0 }
        return
      }
      shares[place] = barycentric[place] / distance
      sum += shares[place]
    }
    for place in points.indices { shares[place] *= factor / sum }
  }
}
