/// What the program tells the shell.
package enum ExitStatus: Int32 {
  case answered = 0
  case notMet = 1
  case wrongInput = 2
  case unanswerable = 3
  /// Ctrl-C, after the estimate so far.
  case interrupted = 130

  /// The higher of both.
  package func worse(_ other: ExitStatus) -> ExitStatus { other.rawValue > rawValue ? other : self }
}
