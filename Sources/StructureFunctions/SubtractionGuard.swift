/// A difference of two probabilities that keeps its relative precision, or nothing.
enum SubtractionGuard {
  /// `larger - smaller` when at most ten bits cancel, so that operands exact to a few roundings give
  /// a difference exact to about 1e-13; nil when more would cancel.
  static func difference(_ larger: Double, _ smaller: Double) -> Double? {
    let difference = larger - smaller
    return difference >= larger * 0x1p-10 ? difference : nil
  }
}
