/// Why a variate can't be drawn.
public enum RandomStreamError: Error, Sendable, Hashable {
  /// A parameter of a law, by name, lies outside its valid range.
  case outOfRange(parameter: String, value: Double, valid: ClosedRange<Double>)
}

extension RandomStreamError: CustomStringConvertible {
  /// One sentence that names the parameter, its value and its range.
  public var description: String {
    switch self {
    case .outOfRange(let parameter, let value, let valid):
      "\(parameter) is \(value), but must lie from \(valid.lowerBound) to \(valid.upperBound)"
    }
  }
}
