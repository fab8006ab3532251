/// The profile of one parameter: the log-likelihood with the other parameter at its best (Venzon and
/// Moolgavkar 1988).
struct ProfileLikelihood<Surface: LikelihoodSurface>: Sendable {
  typealias Position = LikelihoodAscent<Surface>.Position

  let ascent: LikelihoodAscent<Surface>
  /// The maximum.
  let peak: Position

  /// A place on the profile.
  struct Place: Sendable {
    let position: Position
    /// The root of twice the fall from the maximum.
    let fall: Double
  }

  var surface: Surface { ascent.surface }

  /// The maximum as a place.
  var summit: Place { Place(position: peak, fall: 0) }

  /// The standard deviation that the curvature at the peak gives a parameter, at most 3.
  func deviation(_ axis: ParameterAxis) -> Double {
    let own = peak.likelihood.curvature(along: axis)
    let other = peak.likelihood.curvature(along: axis.other)
    let mixed = peak.likelihood.mixedCurvature
    let information = other < 0 ? mixed * mixed / other - own : -own
    return information > 0 ? min(3, 1 / information.squareRoot()) : 1
  }

  /// The best other parameter, sought from its value nearby, moved along the profile, and from the
  /// surface's further starts; nil where it isn't found from there.
  func place(
    _ axis: ParameterAxis, at value: Double, near: Position
  ) throws(LifeDistributionError) -> Place? {
    var start = near.point
    start[axis] = value
    let curvature = near.likelihood.curvature(along: axis.other)
    if curvature < 0 {
      let drift = -near.likelihood.mixedCurvature / curvature * (value - near.point[axis])
      start[axis.other] += min(1, max(-1, drift))
    }
    let others = surface.starts.dropFirst().map { other in
      var other = other
      other[axis] = value
      return other
    }
    let best = try ascent.maximum(from: start, unlessBelow: others, moving: [axis.other])
    guard let best else { return nil }
    let fall = 2 * (peak.likelihood.value - best.likelihood.value)
    return Place(position: best, fall: max(0, fall).squareRoot())
  }
}
