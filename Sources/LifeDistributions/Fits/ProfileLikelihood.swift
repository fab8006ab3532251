#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bounds of one parameter by its profile: the log-likelihood with the other parameter at its best
/// (Venzon and Moolgavkar 1988).
///
/// The root of twice the profile's fall from the maximum grows nearly in proportion to the distance,
/// so that Newton's method for it needs few steps; its slope is that of the likelihood, since the other
/// parameter's is 0 along the profile.
struct ProfileLikelihood<Surface: LikelihoodSurface>: Sendable {
  typealias Position = LikelihoodAscent<Surface>.Position

  let ascent: LikelihoodAscent<Surface>
  /// The maximum.
  let peak: Position

  /// How far a logarithm may lie from its estimate: beyond, there is no bound.
  private static var farthest: Double { 600 }

  /// A place on the profile.
  private struct Place {
    let position: Position
    /// The root of twice the fall; infinite where no likelihood is left.
    let fall: Double
  }

  /// The logarithm of the parameter where the root of twice the fall is `threshold`; nil where it
  /// never gets there. Relative error of the threshold below 1e-8.
  ///
  /// Throws ``LifeDistributionError/noConvergence(function:arguments:reason:)``, and what the
  /// likelihood throws.
  func bound(
    _ axis: ParameterAxis, upwards: Bool, threshold: Double
  ) throws(LifeDistributionError) -> Double? {
    let sign = upwards ? 1.0 : -1.0
    let center = peak.point[axis]
    guard var inner = try start(axis, upwards, threshold) else { return nil }
    var outer: Double?
    var next = inner.position.point[axis] + sign * threshold * deviation(axis)
    for _ in 0..<200 {
      next = axis == .shape ? clamped(next) : next
      let place = try place(axis, at: next, near: inner.position)
      if abs(place.fall - threshold) <= 1e-8 * threshold { return next }
      if place.fall < threshold { inner = place } else { outer = next }
      if outer == nil, abs(next - center) > Self.farthest { return nil }
      let following = point(after: place, axis, threshold, inner, outer, center, sign)
      if following == inner.position.point[axis] || following == outer { break }
      next = following
    }
    guard abs(inner.fall - threshold) <= 1e-5 * threshold else { throw unsettled(next) }
    return next
  }

  /// A place within the bounds from which the search goes outwards: the peak, or the ridge where it is
  /// high enough; nil where the end of the shapes is within, so that there is no bound.
  private func start(
    _ axis: ParameterAxis, _ upwards: Bool, _ threshold: Double
  ) throws(LifeDistributionError) -> Place? {
    let summit = Place(position: peak, fall: 0)
    let shapes = surface.logShapes
    let end = upwards ? shapes.upperBound : shapes.lowerBound
    if axis == .shape, end.isFinite {
      return try place(.shape, at: end, near: peak).fall < threshold ? nil : summit
    }
    guard axis == .mean, upwards, let ridge = surface.ridge, ridge.mean > peak.point.mean else {
      return summit
    }
    let place = try place(.mean, at: ridge.mean, near: peak)
    return place.fall < threshold ? place : summit
  }

  private func clamped(_ shape: Double) -> Double {
    min(max(shape, surface.logShapes.lowerBound), surface.logShapes.upperBound)
  }

  private func unsettled(_ value: Double) -> LifeDistributionError {
    .noConvergence(
      function: "a profile likelihood", arguments: [value], reason: "no bound was found")
  }

  private var surface: Surface { ascent.surface }

  /// The standard deviation that the curvature at the peak gives the parameter, at most 3.
  private func deviation(_ axis: ParameterAxis) -> Double {
    let own = peak.likelihood.curvature(along: axis)
    let other = peak.likelihood.curvature(along: axis.other)
    let mixed = peak.likelihood.mixedCurvature
    let information = other < 0 ? mixed * mixed / other - own : -own
    return information > 0 ? min(3, 1 / information.squareRoot()) : 1
  }

  /// The best other parameter, sought from its value nearby, moved along the ridge.
  private func place(
    _ axis: ParameterAxis, at value: Double, near: Position
  ) throws(LifeDistributionError) -> Place {
    var start = near.point
    start[axis] = value
    let curvature = near.likelihood.curvature(along: axis.other)
    if curvature < 0 {
      let drift = -near.likelihood.mixedCurvature / curvature * (value - near.point[axis])
      start[axis.other] += min(1, max(-1, drift))
    }
    var starts = [start]
    for other in surface.starts where surface.starts.count > 1 {
      starts.append(other)
      starts[starts.count - 1][axis] = value
    }
    guard let best = try ascent.maximum(from: starts, moving: [axis.other]) else {
      return Place(position: near, fall: .infinity)
    }
    let fall = 2 * (peak.likelihood.value - best.likelihood.value)
    return Place(position: best, fall: max(0, fall).squareRoot())
  }

  /// Newton's next point, or the middle between the bounds where it would leave them; at most five
  /// times as far from the estimate as the last point within.
  private func point(
    after place: Place, _ axis: ParameterAxis, _ threshold: Double, _ inner: Place,
    _ outer: Double?, _ center: Double, _ sign: Double
  ) -> Double {
    let near = inner.position.point[axis]
    let farthest = outer ?? near + sign * (4 * abs(near - center) + deviation(axis))
    let slope = abs(place.position.likelihood.slope(along: axis)) / place.fall
    let guess =
      place.fall.isFinite && slope > 0
      ? place.position.point[axis] + sign * (threshold - place.fall) / slope : .nan
    let isBetween = sign * (guess - near) > 0 && sign * (farthest - guess) > 0
    if isBetween { return guess }
    return outer == nil ? farthest : near + (farthest - near) / 2
  }
}
