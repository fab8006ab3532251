import LifeDistributions
import Quantities
import Topology

/// Convolution with the density g of a law on the points of panels: F turns into ∫ g(y) F(t - y) dy over
/// 0 to t, for each point t and for the limit itself.
///
/// The integral is cut at t / 2, so that the steep ends of g and of F are each met on panels that halve
/// towards them.
struct ConvolutionGrid {
  let panels: TimePanels
  /// The points and, at last, the limit.
  let times: [Double]
  /// One column for each point, one row for each of ``times``.
  private var columns: [Double]
  private let life: LifeDistribution

  /// Cost: half the square of the number of points, in densities, and that times the order in
  /// multiplications. Throws what the density throws.
  init(_ life: LifeDistribution, _ panels: TimePanels) throws(AlternatingProcessError) {
    self.life = life
    self.panels = panels
    times = panels.points + [panels.edges[panels.edges.count - 1]]
    columns = Array(repeating: 0, count: times.count * panels.points.count)
    let weighted = try weightedDensities()
    var shares = Array(repeating: 0.0, count: panels.rule.points.count)
    for row in times.indices {
      try addShortRestorations(row, weighted, &shares)
      try addLongRestorations(row, &shares)
    }
  }

  private func density(at time: Double) throws(AlternatingProcessError) -> Double {
    do {
      return try life.density(at: try Duration(seconds: time))
    } catch let error as LifeDistributionError {
      throw .law(error)
    } catch {
      throw .noClosedForm("a time that is no length")
    }
  }

  /// At each point density times weight; the first panel's mass is exact.
  private func weightedDensities() throws(AlternatingProcessError) -> [Double] {
    var masses: [Double] = []
    for (point, weight) in zip(panels.points, panels.weights) {
      masses.append(weight * (try density(at: point)))
    }
    return masses
  }

  /// P(a restoration takes at most so many seconds), and longer.
  func tails(at time: Double) throws(AlternatingProcessError) -> Probability {
    do {
      return try life.distribution(at: try Duration(seconds: time))
    } catch let error as LifeDistributionError {
      throw .law(error)
    } catch {
      throw .noClosedForm("a time that is no length")
    }
  }

  /// y from 0 to t / 2: g on the panels, F between its points.
  private mutating func addShortRestorations(
    _ row: Int, _ weighted: [Double], _ shares: inout [Double]
  ) throws(AlternatingProcessError) {
    let time = times[row]
    let order = panels.rule.points.count
    let last = panels.panel(at: time / 2)
    // The mass of the first panel, whose density may be infinite at 0, sits in its middle.
    let first = min(time, panels.edges[1])
    add(row, at: time - first / 2, try tails(at: first).value, &shares)
    for point in order..<max(order, last * order) {
      add(row, at: time - panels.points[point], weighted[point], &shares)
    }
    guard last > 0 else { return }
    let (start, half) = (panels.edges[last], (time / 2 - panels.edges[last]) / 2)
    for (place, weight) in zip(panels.rule.points, panels.rule.weights) {
      let length = start + half * (1 + place)
      add(row, at: time - length, half * weight * (try density(at: length)), &shares)
    }
  }

  /// y from t / 2 to t: F at its points.
  private mutating func addLongRestorations(
    _ row: Int, _ shares: inout [Double]
  ) throws(AlternatingProcessError) {
    let time = times[row]
    let order = panels.rule.points.count
    let last = panels.panel(at: time / 2)
    guard last > 0 else { return }
    for point in 0..<last * order {
      let mass = panels.weights[point] * (try density(at: time - panels.points[point]))
      columns[point * times.count + row] += mass
    }
    let (start, half) = (panels.edges[last], (time / 2 - panels.edges[last]) / 2)
    for (place, weight) in zip(panels.rule.points, panels.rule.weights) {
      let rest = start + half * (1 + place)
      add(row, at: rest, half * weight * (try density(at: time - rest)), &shares)
    }
  }

  /// Adds `mass` times F at `time`, interpolated.
  private mutating func add(
    _ row: Int, at time: Double, _ mass: Double, _ shares: inout [Double]
  ) {
    guard mass != 0 else { return }
    let panel = panels.panel(at: time)
    panels.rule.interpolate(
      at: panels.place(of: time, in: panel), times: mass, into: &shares)
    for (place, share) in shares.enumerated() {
      columns[(panel * shares.count + place) * times.count + row] += share
    }
  }

  /// The convolution of two functions at once, given at ``times``.
  func convolve(_ pair: [SIMD2<Double>]) -> [SIMD2<Double>] {
    let order = panels.rule.points.count
    var results = Array(repeating: SIMD2<Double>.zero, count: times.count)
    columns.withUnsafeBufferPointer { columns in
      results.withUnsafeMutableBufferPointer { results in
        for column in 0..<times.count - 1 {
          let factor = pair[column]
          // F matters to later times only.
          let first = column / order * order
          let base = column * results.count
          for row in first..<results.count { results[row] += columns[base + row] * factor }
        }
      }
    }
    return results
  }
}
