/// The search for the value of a parameter where its profile has fallen by a given amount.
///
/// The root of twice the fall grows nearly in proportion to the distance, so that Newton's method for it
/// needs few steps; its slope is that of the likelihood, since the other parameter's is 0 along the
/// profile.
struct ProfileBound<Surface: LikelihoodSurface>: Sendable {
  typealias Place = ProfileLikelihood<Surface>.Place

  let profile: ProfileLikelihood<Surface>
  let axis: ParameterAxis
  let isUpper: Bool
  /// What the root of twice the fall is to be.
  let threshold: Double

  /// How far a logarithm may lie from its estimate: beyond, there is no bound.
  private static var farthest: Double { 600 }

  private var sign: Double { isUpper ? 1 : -1 }

  /// The innermost and the outermost place known, and how far a step may go where nothing is known
  /// yet.
  private struct Bracket {
    var inner: Place
    var outer: Double?
    var reach = 4.0
  }

  /// The logarithm of the parameter at the bound; nil where there is none. Relative error of the
  /// threshold below 1e-8.
  ///
  /// Throws ``LifeDistributionError/noConvergence(function:arguments:reason:)``, and what the
  /// likelihood throws.
  func logarithm() throws(LifeDistributionError) -> Double? {
    guard let start = try start() else { return nil }
    var bracket = Bracket(inner: start)
    var next = value(start) + sign * min(bracket.reach, threshold * profile.deviation(axis))
    for _ in 0..<300 {
      next = clamped(next)
      let place = try profile.place(axis, at: next, near: bracket.inner.position)
      if let place, abs(place.fall - threshold) <= 1e-8 * threshold { return next }
      narrow(&bracket, by: place, at: next)
      if bracket.outer == nil, abs(next - profile.peak.point[axis]) > Self.farthest { return nil }
      let following = point(after: place, bracket)
      if following == value(bracket.inner) || following == bracket.outer { break }
      next = following
    }
    // As near as rounding lets it come.
    if abs(bracket.inner.fall - threshold) <= 1e-5 * threshold { return next }
    throw .noConvergence(
      function: "a profile likelihood", arguments: [next], reason: "no bound was found")
  }

  private func value(_ place: Place) -> Double { place.position.point[axis] }

  private func clamped(_ value: Double) -> Double {
    guard axis == .shape else { return value }
    let shapes = profile.surface.logShapes
    return min(max(value, shapes.lowerBound), shapes.upperBound)
  }

  /// A place within the bound from which the search goes outwards: the peak, or the ridge where it is
  /// high enough; nil where the end of the shapes is within, so that there is no bound.
  private func start() throws(LifeDistributionError) -> Place? {
    let shapes = profile.surface.logShapes
    let end = isUpper ? shapes.upperBound : shapes.lowerBound
    if axis == .shape, end.isFinite {
      let place = try profile.place(.shape, at: end, near: profile.peak)
      return place?.fall ?? .infinity < threshold ? nil : profile.summit
    }
    guard axis == .mean, isUpper, let ridge = profile.surface.ridge,
      ridge.mean > profile.peak.point.mean,
      let place = try profile.place(.mean, at: ridge.mean, near: profile.peak)
    else { return profile.summit }
    return place.fall < threshold ? place : profile.summit
  }

  /// Where the other parameter wasn't found from so far, it may be from a nearer place.
  private func narrow(_ bracket: inout Bracket, by place: Place?, at point: Double) {
    guard let place else {
      bracket.reach /= 4
      return
    }
    bracket.reach = min(64, 2 * bracket.reach)
    if place.fall < threshold { bracket.inner = place } else { bracket.outer = point }
  }

  /// Newton's next point, where it lies between the places known; else the middle between them, or
  /// as far as a step may go.
  private func point(after place: Place?, _ bracket: Bracket) -> Double {
    let near = value(bracket.inner)
    let far = bracket.outer ?? near + sign * bracket.reach
    let middle = near + (far - near) / 2
    guard let place else { return middle }
    let slope = abs(place.position.likelihood.slope(along: axis)) / place.fall
    let guess = value(place) + sign * (threshold - place.fall) / slope
    if sign * (guess - near) > 0, sign * (far - guess) > 0 { return guess }
    return bracket.outer == nil ? far : middle
  }
}
