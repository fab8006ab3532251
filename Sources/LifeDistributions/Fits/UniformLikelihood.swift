#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The likelihood of a uniform law's two ends.
struct UniformLikelihood: Sendable {
  private let count: Double
  /// The shortest and the longest complete life.
  let least: Double
  let greatest: Double
  /// Censored lives in no order.
  private let censored: [Double]
  private let greatestCensored: Double

  /// Throws ``LifeFitError/equalLives(family:)``.
  init(_ lives: ScaledLives) throws(LifeFitError) {
    guard let least = lives.complete.min(), let greatest = lives.complete.max(),
      !lives.areEqual
    else { throw .equalLives(family: .uniform) }
    self.least = least
    self.greatest = greatest
    count = lives.completeCount
    censored = lives.censored
    greatestCensored = censored.max() ?? 0
  }

  /// The log-likelihood; nil where it is -infinity. O(number of censored lives).
  func value(from start: Double, to end: Double) -> Double? {
    guard start <= least, end >= greatest, end > greatestCensored || censored.isEmpty else {
      return nil
    }
    let width = end - start
    let complete = -count * log(width)
    let value = censored.reduce(complete) { sum, life in
      life > start ? sum + log((end - life) / width) : sum
    }
    return value.isFinite ? value : nil
  }

  /// The end with the greatest likelihood when the law starts at `start`, at most ``least``.
  ///
  /// By the end b the log-likelihood's slope times the width is Σ (b - a) / (b - c) over the m censored
  /// lives c beyond the start a, less n + m: it falls, and changes sign once.
  func bestEnd(from start: Double) -> Double {
    let shortest = max(greatest, greatestCensored)
    let beyond = censored.filter { $0 > start }
    func rises(_ end: Double) -> Bool {
      let width = end - start
      let sum = beyond.reduce(0) { $0 + width / (end - $1) }
      return sum > count + Double(beyond.count)
    }
    guard rises(shortest) else { return shortest }
    var far = shortest + (shortest - start)
    while rises(far) { far += far - start }
    return Self.edge(from: shortest, to: far, while: rises)
  }

  /// The last place between two where `holds`, which is true at `inside` alone of the two. Relative
  /// error 1e-12.
  private static func edge(
    from inside: Double, to outside: Double, while holds: (Double) -> Bool
  ) -> Double {
    var (inside, outside) = (inside, outside)
    while abs(outside - inside) > 1e-12 * max(inside, outside) {
      let middle = inside + (outside - inside) / 2
      if holds(middle) { inside = middle } else { outside = middle }
    }
    return inside
  }
}

/// The region of nearly the greatest likelihood.
extension UniformLikelihood {
  /// The extremes of the ends whose log-likelihood is at most `fall` below the greatest.
  struct Region {
    let leastStart: Double
    let leastEnd: Double
    let greatestEnd: Double
  }

  /// For any end the likelihood grows with the start, so that the ends' extremes lie on the line
  /// through the shortest life; the start's lies where the best end of each is just good enough.
  func region(fall: Double) -> Region? {
    let best = bestEnd(from: least)
    guard let top = value(from: least, to: best) else { return nil }
    func isInside(_ start: Double, _ end: Double) -> Bool {
      (value(from: start, to: end) ?? -.infinity) >= top - fall
    }
    let shortest = max(greatest, greatestCensored)
    var far = best + (best - least)
    while isInside(least, far) { far += far - least }
    return Region(
      leastStart: isInside(0, bestEnd(from: 0))
        ? 0 : Self.edge(from: least, to: 0) { isInside($0, bestEnd(from: $0)) },
      leastEnd: isInside(least, shortest)
        ? shortest : Self.edge(from: best, to: shortest) { isInside(least, $0) },
      greatestEnd: Self.edge(from: best, to: far) { isInside(least, $0) })
  }
}
