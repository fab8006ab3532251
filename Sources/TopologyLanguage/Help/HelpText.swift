/// The texts of the help, and how they are read.
///
/// A topic begins with `# word, synonym: title`. Its lines follow; those behind `> ` are examples, one
/// for each paragraph of them; a line that begins with `see: ` lists related words.
enum HelpText {
  /// The groups in the order of the overview.
  static let groups = [
    ideas, parts, expressions, life, dependencies, takeovers, flows, schedules, promises, laws,
    values, questions, searches, commands,
  ]

  /// Reads the topics of a group. Takes time in proportion to its length.
  static func topics(in group: String) -> [HelpTopic] {
    var topics: [HelpTopic] = []
    var lines: [Substring] = []
    for line in group.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") {
        if let topic = topic(lines) { topics.append(topic) }
        lines = []
      }
      lines.append(line)
    }
    if let topic = topic(lines) { topics.append(topic) }
    return topics
  }

  private static func topic(_ lines: [Substring]) -> HelpTopic? {
    guard let head = lines.first, let colon = head.firstIndex(of: ":") else { return nil }
    let words = list(head[..<colon].dropFirst(2))
    guard let word = words.first else { return nil }
    let rest = lines.dropFirst()
    return HelpTopic(
      word, synonyms: Array(words.dropFirst()), title: String(head[colon...].dropFirst(2)),
      text: text(rest.filter { !$0.hasPrefix("> ") && !$0.hasPrefix("see: ") }),
      examples: examples(rest),
      seeAlso: rest.first { $0.hasPrefix("see: ") }.map { list($0.dropFirst(5)) } ?? [])
  }

  private static func list(_ text: Substring) -> [String] {
    text.split(separator: ",").map { String($0.drop { $0 == " " }) }
  }

  /// The lines with single blank ones between paragraphs.
  private static func text(_ lines: [Substring]) -> String {
    lines.split(whereSeparator: \.isEmpty).map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private static func examples(_ lines: ArraySlice<Substring>) -> [String] {
    lines.split { !$0.hasPrefix("> ") }.map { block in
      block.map { $0.dropFirst(2) }.joined(separator: "\n")
    }
  }
}
