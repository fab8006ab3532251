// Names that are defined twice, nearly twice, or for nothing.
extension Linter {
  /// All definitions in the order of the text.
  private var names: [Identifier] { program.statements.compactMap { $0.content.definedName } }

  /// Every further definition of a name, with the line of its first.
  var duplicateNames: [LintFinding] {
    var first: [String: SourceSpan] = [:]
    return names.compactMap { name in
      guard let before = first[name.text] else {
        first[name.text] = name.span
        return nil
      }
      return LintFinding(
        .duplicateName,
        "'\(name.text)' is defined in line \(line(of: before)) already, and a name is one thing",
        at: name.span, fixes: [NameWriter.text(Identifier("\(name.text)-2"))])
    }
  }

  /// Names that look like one that was defined before.
  var similarNames: [LintFinding] {
    var first: [String: Identifier] = [:]
    return names.compactMap { name in
      let looks = Self.looks(name.text)
      guard let before = first[looks] else {
        first[looks] = name
        return nil
      }
      guard before.text != name.text else { return nil }
      return LintFinding(
        .similarNames,
        "'\(name.text)' and '\(before.text)' of line \(line(of: before.span)) are two things whose "
          + "names are easily taken for each other", at: name.span)
    }
  }

  /// A name without what is easily overlooked in it.
  private static func looks(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == "." ? "-" : $0 })
  }

  /// Definitions that nothing names and that aren't answered by themselves.
  var unused: [LintFinding] {
    let answered = Set(checked?.topology.subjects ?? [])
    let asksNothing = checked?.questions.isEmpty ?? false
    return program.statements.compactMap { statement in
      guard checked != nil, let name = statement.content.definedName,
        let sentence = Self.sentenceIfUnused(statement.content, name.text),
        !words.uses(name.text, besides: name.span),
        !(asksNothing && (answered.contains(name.text) || statement.content.isPromise))
      else { return nil }
      return LintFinding(
        .unused, sentence, at: name.span,
        notes: ["name it where it matters, ask about it, or leave it out"])
    }
  }

  /// What it means that nothing names a definition; nil for those that count without being named, or
  /// of which the checker says it.
  private static func sentenceIfUnused(_ content: Statement.Content, _ name: String) -> String? {
    switch content {
    case .declaration(let declaration):
      switch declaration.kind {
      case .system, .changes, .maintenance: nil
      case .zones, .regions, .domains:
        "nothing stands in '\(name)', so that its outages change nothing"
      case .sla: "nothing is held to the promise '\(name)'"
      case .service, .store, .queue: "nothing depends on '\(name)', so that it changes no answer"
      }
    case .definition: "nothing depends on '\(name)', so that it changes no answer"
    case .law: "no time follows the law '\(name)'"
    case .demand: "nothing has to carry the demand '\(name)'"
    case .expression, .question: nil
    }
  }
}
