/// What the program tells the shell.
package enum ExitStatus: Int32 {
  /// All was answered, and every check is met.
  case answered = 0
  /// A check is not met.
  case notMet = 1
  /// The input is wrong.
  case wrongInput = 2
  /// There is no answer, or a check can't be decided.
  case unanswerable = 3
  /// Ctrl-C, after the estimate so far.
  case interrupted = 130

  /// The higher of both.
  package func worse(_ other: ExitStatus) -> ExitStatus { other.rawValue > rawValue ? other : self }
}
