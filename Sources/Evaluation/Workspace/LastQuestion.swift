import Nines

/// What was asked last: `_` stands for what it was about.
struct LastQuestion: Sendable {
  /// What it was about.
  let subject: Subject
  /// The question itself, where it is asked again to show a change: where how available the subject is
  /// says too little.
  let again: String?
  /// True for the question how available the subject is.
  let isPlain: Bool
  /// What `_` stood for in it, where that has no name of its own.
  private(set) var inherited: [Statement] = []
  /// True where it was answered so fast that it can be asked again without being asked for.
  var isQuick = false

  enum Subject: Sendable {
    /// Something that has a name.
    case named(String)
    /// An expression, by its own text; it gets that as its name once something else names it.
    case expression(name: String, definition: Statement)

    var name: String {
      switch self {
      case .named(let name), .expression(let name, _): name
      }
    }
  }

  /// How the subject is written.
  var writtenName: String { NameWriter.text(Identifier(subject.name)) }

  /// What must be kept for the name to mean something.
  var definitions: [Statement] {
    switch subject {
    case .named: inherited
    case .expression(_, let definition): inherited + [definition]
    }
  }

  /// What asks how available the subject is.
  var question: String { "show \(writtenName)\n" }
}

extension LastQuestion {
  /// The last question of an entry that has been answered; nil where it asked about nothing that has
  /// a name. `names` are those of all definitions and domains.
  init?(
    of program: Program, in source: SourceText, checked: CheckedProgram, names: Set<String>,
    inherited: [Statement]
  ) {
    let asking = program.statements.last { $0.name == nil }
    guard let asking, let question = checked.questions.last, let name = question.subject else {
      return nil
    }
    let text = Formatter.format(Statement(asking.content)).joined(separator: " ")
    again = question.isAskedAgain ? text : nil
    isPlain = question.isPlain
    self.inherited = inherited
    if names.contains(name) {
      subject = .named(name)
      return
    }
    guard let definition = asking.content.subject(called: name) else { return nil }
    subject = .expression(name: name, definition: definition)
  }
}

extension CheckedQuestion {
  /// True where the availability before and after says too little.
  fileprivate var isAskedAgain: Bool {
    switch self {
    case .check, .promise, .survival, .adequacy, .simulate, .headroom: true
    case .budget(let budget): budget.spending != nil
    default: false
    }
  }

  /// True for the question how available something is.
  fileprivate var isPlain: Bool {
    if case .availability = self { true } else { false }
  }
}

extension Statement.Content {
  /// A definition of the expression that is asked about.
  fileprivate func subject(called name: String) -> Statement? {
    switch self {
    case .expression(let expression, let clauses):
      Statement(
        .definition(
          DefinitionSyntax(name: Identifier(name), expression: expression, clauses: clauses)))
    case .question(.simulate(let simulation)):
      Statement(
        .definition(DefinitionSyntax(name: Identifier(name), expression: simulation.expression)))
    case .question(.with(_, let inner)): inner.content.subject(called: name)
    default: nil
    }
  }
}
