/// Newton's method for the maximum of a log-likelihood, each step shortened until it climbs.
struct LikelihoodAscent<Surface: LikelihoodSurface>: Sendable {
  let surface: Surface

  /// A point and what was found there.
  struct Position: Sendable {
    var point: ParameterPoint
    var likelihood: LogLikelihood
  }

  private static var stepLimit: Int { 200 }

  /// The maximum along the axes of `moving`, from `start`; nil where the steps don't settle, or the
  /// start has no likelihood. The error of a parameter's logarithm is below 1e-9, the likelihood's
  /// that of its sum.
  func maximum(
    from start: ParameterPoint, moving: [ParameterAxis]
  ) throws(LifeDistributionError) -> Position? {
    var first = start
    first.shape = clamped(first.shape)
    var position = Position(point: first, likelihood: try surface.evaluate(at: first))
    guard position.likelihood.isFinite else { return nil }
    for _ in 0..<Self.stepLimit {
      let direction = direction(at: position, moving)
      guard let next = try climb(from: position, along: direction) else {
        return direction.size < 1e-5 ? position : nil
      }
      position = next
      if direction.size < 1e-7 { return position }
    }
    return nil
  }

  /// The highest of the maxima from several starts; nil where there is none.
  func maximum(
    from starts: [ParameterPoint], moving: [ParameterAxis]
  ) throws(LifeDistributionError) -> Position? {
    var best: Position?
    for start in starts {
      best = higher(best, try maximum(from: start, moving: moving))
    }
    return best
  }

  /// The maximum from a start, or from another that is higher than this maximum itself.
  func maximum(
    from start: ParameterPoint, unlessBelow others: [ParameterPoint], moving: [ParameterAxis]
  ) throws(LifeDistributionError) -> Position? {
    var best = try maximum(from: start, moving: moving)
    for other in others {
      let value = try surface.evaluate(at: other).value
      guard value > best?.likelihood.value ?? -.infinity else { continue }
      best = higher(best, try maximum(from: other, moving: moving))
    }
    return best
  }

  private func higher(_ left: Position?, _ right: Position?) -> Position? {
    guard let left, let right else { return left ?? right }
    return right.likelihood.value > left.likelihood.value ? right : left
  }

  private func clamped(_ shape: Double) -> Double {
    min(max(shape, surface.logShapes.lowerBound), surface.logShapes.upperBound)
  }

  /// Newton's step where the likelihood is concave, else one uphill; at most 1 in either logarithm.
  private func direction(at position: Position, _ moving: [ParameterAxis]) -> ParameterPoint {
    let here = position.likelihood
    let isHeld =
      position.point.shape <= surface.logShapes.lowerBound && here.slopeOfShape <= 0
      || position.point.shape >= surface.logShapes.upperBound && here.slopeOfShape >= 0
    let axes = isHeld ? moving.filter { $0 == .mean } : moving
    var step = ParameterPoint(mean: 0, shape: 0)
    if axes.count == 2, let newton = newtonStep(here) {
      step = newton
    } else {
      for axis in axes {
        step[axis] = here.slope(along: axis) / max(abs(here.curvature(along: axis)), 1e-300)
      }
    }
    let size = step.size
    return size > 1 ? ParameterPoint(mean: step.mean / size, shape: step.shape / size) : step
  }

  private func newtonStep(_ here: LogLikelihood) -> ParameterPoint? {
    let (mean, mixed, shape) = (here.curvatureOfMean, here.mixedCurvature, here.curvatureOfShape)
    let determinant = mean * shape - mixed * mixed
    guard mean < 0, determinant > 0 else { return nil }
    return ParameterPoint(
      mean: (mixed * here.slopeOfShape - shape * here.slopeOfMean) / determinant,
      shape: (mixed * here.slopeOfMean - mean * here.slopeOfShape) / determinant)
  }

  /// The first of the steps 1, 1/2, 1/4, … that doesn't lose height beyond rounding; nil if none.
  private func climb(
    from position: Position, along direction: ParameterPoint
  ) throws(LifeDistributionError) -> Position? {
    let floor = position.likelihood.value - 1e-13 * (1 + abs(position.likelihood.value))
    var factor = 1.0
    for _ in 0..<40 {
      var point = position.point
      point.mean += factor * direction.mean
      point.shape = clamped(point.shape + factor * direction.shape)
      let likelihood = try surface.evaluate(at: point)
      if likelihood.isFinite, likelihood.value >= floor {
        return Position(point: point, likelihood: likelihood)
      }
      factor /= 2
    }
    return nil
  }
}

extension ParameterPoint {
  /// The larger of its two numbers without sign.
  fileprivate var size: Double { max(abs(mean), abs(shape)) }
}
