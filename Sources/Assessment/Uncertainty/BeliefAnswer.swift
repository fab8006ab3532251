import Quantities

/// What is believed of figures whose inputs are believed, or why nothing can be told.
public enum BeliefAnswer<Figures: Sendable & Hashable>: Sendable, Hashable {
  /// There is nothing to believe: all inputs are known.
  case certain
  /// Intervals of the figures.
  case figures(Figures)
  /// The inputs move the mean downtime by less than about this share of it, the error of the
  /// simulated draws, which hides them.
  case unmoved(below: Double)
  /// Only so many draws could be simulated in the time; 128 are needed.
  case tooFew(draws: Int)

  /// The intervals; nil where there are none.
  public var figures: Figures? {
    guard case .figures(let figures) = self else { return nil }
    return figures
  }

  /// Why figures stand at the medians of their inputs without intervals; nil where they don't.
  public var missing: String? {
    switch self {
    case .certain, .figures: nil
    case .unmoved(let share):
      """
      inputs are at their medians; what is believed of them moves the mean downtime by less than \
      \((share * 1_000).rounded(.up) / 10)%, which the draws' own error hides
      """
    case .tooFew(let draws):
      """
      inputs are at their medians, without intervals: \(draws) of the 128 draws that are needed could be \
      simulated in the time; `simulate` them for longer, such as `within 5min`
      """
    }
  }
}
