import Topology

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The two directions in which a law of a family can be moved: the logarithm of its mean, and that of
/// its shape (sigma, coefficient of variation).
enum ParameterAxis: Sendable {
  case mean, shape

  /// The other direction.
  var other: ParameterAxis { self == .mean ? .shape : .mean }
}

/// The logarithms of the two parameters; the mean's is that of its ratio to the unit of time.
struct ParameterPoint: Sendable {
  var mean: Double
  var shape: Double

  subscript(axis: ParameterAxis) -> Double {
    get { axis == .mean ? mean : shape }
    set {
      switch axis {
      case .mean: mean = newValue
      case .shape: shape = newValue
      }
    }
  }
}

extension Law {
  /// The law's place for times in a unit of that many seconds; shape 1 for laws without one.
  func point(unit: Double) -> ParameterPoint {
    ParameterPoint(mean: log(mean.seconds / unit), shape: log(shapeParameter ?? 1))
  }
}

/// A log-likelihood with its first and second derivatives by the logarithms of mean and shape.
struct LogLikelihood: Sendable {
  var value = 0.0
  /// ∂ by the mean, and by the shape.
  var slopeOfMean = 0.0
  var slopeOfShape = 0.0
  /// ∂² by the mean, by both, and by the shape.
  var curvatureOfMean = 0.0
  var mixedCurvature = 0.0
  var curvatureOfShape = 0.0

  func slope(along axis: ParameterAxis) -> Double {
    axis == .mean ? slopeOfMean : slopeOfShape
  }

  func curvature(along axis: ParameterAxis) -> Double {
    axis == .mean ? curvatureOfMean : curvatureOfShape
  }

  /// Whether every number is one.
  var isFinite: Bool {
    (value + slopeOfMean + slopeOfShape).isFinite
      && (curvatureOfMean + mixedCurvature + curvatureOfShape).isFinite
  }

  static func += (left: inout LogLikelihood, right: LogLikelihood) {
    left.value += right.value
    left.slopeOfMean += right.slopeOfMean
    left.slopeOfShape += right.slopeOfShape
    left.curvatureOfMean += right.curvatureOfMean
    left.mixedCurvature += right.mixedCurvature
    left.curvatureOfShape += right.curvatureOfShape
  }
}

/// The log-likelihood of lives as a function of a law's two parameters.
protocol LikelihoodSurface: Sendable {
  /// The logarithms of the shape that the search may visit.
  var logShapes: ClosedRange<Double> { get }
  /// Where to begin searches for a maximum, the likeliest place first; more than one where there can
  /// be several maxima.
  var starts: [ParameterPoint] { get }
  /// Far from the maximum, a point beyond which the likelihood may have fallen and risen again: nil but
  /// for laws with such a ridge. Both parameters lie above the maximum's.
  var ridge: ParameterPoint? { get }
  /// At a point; values that overflow come back infinite. O(n), or O(1) where a few sums suffice.
  func evaluate(at point: ParameterPoint) throws(LifeDistributionError) -> LogLikelihood
}

extension LikelihoodSurface {
  var logShapes: ClosedRange<Double> { -.infinity...(.infinity) }
  var ridge: ParameterPoint? { nil }
}
