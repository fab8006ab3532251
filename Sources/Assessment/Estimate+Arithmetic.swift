import Quantities

/// What follows from estimates. Where two are combined, the error is bounded by the sum of theirs,
/// whatever their correlation.
extension Estimate {
  /// A figure that is known.
  package static func exactly(_ value: Double) -> Estimate {
    Estimate(value, standardError: 0, low: value, high: value)
  }

  /// The sum of two figures that are 0 or more.
  func adding(_ other: Estimate) -> Estimate { combined(value + other.value, with: other) }

  /// The difference of two figures, itself 0 or more.
  func subtracting(_ other: Estimate) -> Estimate {
    combined(max(0, value - other.value), with: other)
  }

  private func combined(_ value: Double, with other: Estimate) -> Estimate {
    guard let own = knownError, let others = other.knownError else {
      return Estimate(value, standardError: nil, low: nil, high: nil)
    }
    return Estimate(normal: value, standardError: own + others)
  }

  /// What was never seen adds no error that could be told.
  private var knownError: Double? { standardError ?? (value == 0 ? 0 : nil) }

  /// A monotone function of the figure: its ends are those of the interval, its error the first
  /// order's, by the size of the slope at the value.
  func mapped(slope: Double, by function: (Double) -> Double) -> Estimate {
    let ends = (low.map(function), high.map(function))
    let falls = slope < 0
    return Estimate(
      function(value), standardError: standardError.map { $0 * abs(slope) },
      low: falls ? ends.1 : ends.0, high: falls ? ends.0 : ends.1)
  }
}
