import Topology

/// Questions about programs that differ from this one in some values.
extension Checker {
  func alternative(
    _ question: Question, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    guard let alternatives else { throw .notYet(question.word, span) }
    switch question {
    case .with(let overrides, let inner):
      return .changed(try alternatives.changed(overrides, inner))
    case .plot(let name, let sweep):
      _ = try known(name, topology)
      return .sweep(try alternatives.sweep(name, sweep))
    case .inputs(let name):
      return .inputs(try alternatives.tornado(of: try known(name, topology), at: span))
    default: throw .notYet(question.word, span)
    }
  }
}
