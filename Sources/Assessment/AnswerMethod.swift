/// How a figure was obtained.
public enum AnswerMethod: String, Sendable, Hashable, CaseIterable {
  /// Worked out without approximation, to the error stated with each figure.
  case exact
  /// Estimated from random histories; each figure carries its error.
  case simulated
}
