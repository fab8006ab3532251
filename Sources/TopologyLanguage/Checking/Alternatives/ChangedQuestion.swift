/// A question about a program with some values changed: `with db.mttr 10min: site`.
public struct ChangedQuestion: Sendable, Hashable {
  /// What is changed, in the order of the text.
  public let changes: [ValueChange]
  /// The changed program, which asks the one question behind the colon.
  public let program: CheckedProgram
  /// The program without the changes, where the question is how available something is; else nil.
  public let before: CheckedProgram?

  /// The question behind the colon.
  public let question: CheckedQuestion

  /// A question about `program`, which differs from `before` by `changes`.
  package init(
    changes: [ValueChange], program: CheckedProgram, before: CheckedProgram?,
    question: CheckedQuestion
  ) {
    self.changes = changes
    self.program = program
    self.before = before
    self.question = question
  }

  /// What the question is about; nil for all.
  public var subject: String? { question.subject }

  /// True when the same is asked after the same changes.
  public static func == (left: ChangedQuestion, right: ChangedQuestion) -> Bool {
    left.changes == right.changes && left.question == right.question
  }

  /// Hashes the changes and the question.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(changes)
    hasher.combine(question)
  }
}

extension CheckedQuestion {
  /// True for a question about other programs, which have been checked with it.
  var isAboutAlternatives: Bool {
    switch self {
    case .changed, .sweep: true
    default: false
    }
  }

  /// What is odd about a changed program and not about `own`, the warnings without the changes.
  func warnings(besides own: [Diagnostic]) -> [Diagnostic] {
    guard case .changed(let changed) = self else { return [] }
    return changed.program.warnings.filter { !own.contains($0) }
  }
}
