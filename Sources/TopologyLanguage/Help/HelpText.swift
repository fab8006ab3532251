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
    var lines: [HelpLine] = []
    for line in HelpLine.lines(of: group) {
      if line.kind == .head {
        if let topic = topic(lines) { topics.append(topic) }
        lines = []
      }
      lines.append(line)
    }
    if let topic = topic(lines) { topics.append(topic) }
    return topics
  }

  private static func topic(_ lines: [HelpLine]) -> HelpTopic? {
    guard let head = lines.first, let colon = head.text.utf8.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let words = list(head.text[..<colon])
    guard let word = words.first else { return nil }
    return HelpTopic(
      word, synonyms: Array(words.dropFirst()),
      title: String(head.text.utf8[colon...].dropFirst(2)) ?? "",
      text: paragraphs(of: lines, .text).joined(separator: "\n\n"),
      examples: paragraphs(of: lines, .example),
      seeAlso: lines.first { $0.kind == .related }.map { list($0.text) } ?? [])
  }

  private static func list(_ text: Substring) -> [String] {
    text.utf8.split(separator: UInt8(ascii: ",")).map {
      String(Substring($0.drop { $0 == UInt8(ascii: " ") }))
    }
  }

  /// The lines of one kind; what stands between them parts paragraphs.
  private static func paragraphs(of lines: [HelpLine], _ kind: HelpLine.Kind) -> [String] {
    lines.split { $0.kind != kind }.map { $0.map(\.text).joined(separator: "\n") }
  }
}

/// One line of the texts, without the sign that tells its kind. It is told by bytes, which is many
/// times as fast as by characters.
private struct HelpLine {
  enum Kind {
    case head, text, example, related, blank
  }

  let kind: Kind
  let text: Substring

  private static let signs: [(String, Kind)] = [
    ("# ", .head), ("> ", .example), ("see: ", .related),
  ]

  static func lines(of group: String) -> [HelpLine] {
    group.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
      HelpLine($0)
    }
  }

  private init(_ line: Substring.UTF8View) {
    let sign = Self.signs.first { line.starts(with: $0.0.utf8) }
    kind = sign?.1 ?? (line.isEmpty ? .blank : .text)
    text = Substring(line.dropFirst(sign?.0.utf8.count ?? 0))
  }
}
