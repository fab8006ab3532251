/// A word of the prompt that stands first in an entry, and what stands behind it.
enum WorkspaceCommand: Equatable {
  /// `list`
  case list
  /// `save shop.nines`, or where it was saved or loaded last
  case save(String?, isOver: Bool)
  /// `load shop.nines`
  case load(String)
  /// `set db.mttr 10min, web.count 4`: the text behind the word.
  case set(String)
  /// `undo`
  case undo
  /// A word of the prompt with something missing or something too much, and how it is written.
  case misused(String)

  /// Nil for anything else, such as a definition of something with such a name.
  init?(_ entry: String) {
    let words = entry.split(whereSeparator: \.isWhitespace).map(String.init)
    guard let word = words.first, words.count < 2 || !["=", ":"].contains(words[1]) else {
      return nil
    }
    let rest = entry.drop { $0.isWhitespace }.dropFirst(word.count).trimmed
    switch word {
    case "list":
      self = rest.isEmpty ? .list : .misused("`list` stands alone; `info web` tells of one name")
    case "undo":
      self = rest.isEmpty ? .undo : .misused("`undo` stands alone, and takes back the last change")
    case "save": self = Self.save(rest, words)
    case "load":
      self =
        rest.isEmpty ? .misused("`load` takes a file: `load shop.nines`") : .load(Self.file(rest))
    case "set":
      self =
        rest.isEmpty
        ? .misused("`set` takes a value and what it becomes: `set db.mttr 10min`") : .set(rest)
    default: return nil
    }
  }

  private static func save(_ rest: String, _ words: [String]) -> WorkspaceCommand {
    guard !rest.isEmpty else { return .save(nil, isOver: false) }
    guard words[1] == "over", words.count > 2 else { return .save(file(rest), isOver: false) }
    return .save(file(rest.dropFirst("over".count).trimmed), isOver: true)
  }

  /// The name of a file, which may stand in quotes.
  private static func file(_ text: String) -> String {
    guard text.count >= 2, text.hasPrefix("\""), text.hasSuffix("\"") else { return text }
    return String(text.dropFirst().dropLast())
  }
}
