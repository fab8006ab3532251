import Nines

// What words and names mean.
extension Evaluator {
  /// The help on a word, or the overview.
  func show(_ topic: HelpTopic?) {
    guard let topic else {
      return show(
        Report([
          .verbatim(
            HelpTopic.overview.split(separator: "\n", omittingEmptySubsequences: false).map(
              String.init))
        ]),
        json: .object([
          "schema": .integer(1), "kind": .string("help"),
          "words": .array(HelpTopic.all.map { .string($0.word) }),
        ]))
    }
    show(HelpPage.report(topic), json: JSONValue(topic))
  }

  /// What a text says of a name.
  func show(_ information: Information) {
    show(InformationCard.report(information), json: JSONValue(information))
  }

  /// The names of a program, each with what it is.
  func showNames(_ program: CheckedProgram) {
    let names =
      program.topology.definitions.map(\.name) + program.topology.domains.map(\.name)
      + program.agreements.map(\.name)
    show(
      Report([.verbatim(names)]),
      json: .object([
        "schema": .integer(1), "kind": .string("list"),
        "names": .array(names.map(JSONValue.string)),
      ]))
  }
}

/// A topic of the help as a page.
enum HelpPage {
  static func report(_ topic: HelpTopic) -> Report {
    let paragraphs = topic.text.split(separator: "\n\n").map { paragraph in
      Report.Block.paragraph(paragraph.split(separator: "\n").map(String.init))
    }
    let examples = topic.examples.map { example in
      Report.Block.verbatim(example.split(separator: "\n").map { "  \($0)" })
    }
    let others = topic.seeAlso.joined(separator: ", ")
    return Report(
      [.heading("\(topic.word): \(topic.title)")] + paragraphs + examples
        + (topic.seeAlso.isEmpty ? [] : [.paragraph(["See also: \(others)"])]))
  }
}

/// A name as a card: its definition, and what depends on what.
enum InformationCard {
  static func report(_ information: Information) -> Report {
    let name = information.name
    let what = information.family.map { "one of the \(information.kind.rawValue) \($0)" }
    let rows = [
      Report.Row("uses", [information.uses.joined(separator: ", ")]),
      Report.Row("used by", [information.usedBy.joined(separator: ", ")]),
    ].filter { $0.lines != [""] }
    return Report(
      [
        .heading("\(name): \(what ?? information.kind.rawValue)"),
        .verbatim(information.definition.split(separator: "\n").map { "  \($0)" }),
      ] + (rows.isEmpty ? [] : [.rows(rows)]))
  }
}

extension JSONValue {
  /// `"kind":"help"`
  fileprivate init(_ topic: HelpTopic) {
    self = .object([
      "schema": .integer(1), "kind": .string("help"), "word": .string(topic.word),
      "title": .string(topic.title), "text": .string(topic.text),
      "examples": .array(topic.examples.map(JSONValue.string)),
      "see_also": .array(topic.seeAlso.map(JSONValue.string)),
    ])
  }

  /// `"kind":"information"`
  fileprivate init(_ information: Information) {
    self = .object([
      "schema": .integer(1), "kind": .string("information"), "name": .string(information.name),
      "is": .string(information.kind.rawValue),
      "family": information.family.map { .string($0) } ?? .null,
      "definition": .string(information.definition),
      "uses": .array(information.uses.map(JSONValue.string)),
      "used_by": .array(information.usedBy.map(JSONValue.string)),
    ])
  }
}
