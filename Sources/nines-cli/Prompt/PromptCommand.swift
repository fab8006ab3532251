/// A word of the prompt about itself: what is about definitions, the workspace carries out.
enum PromptCommand {
  /// `quit`, `exit`
  case leave
  /// `edit`
  case edit
  /// `set`
  case showSettings
  /// `set format json`
  case set(String, to: String?)
  /// Such a word with something behind it.
  case misused(String)

  private static let lonely = ["quit", "exit", "edit"]

  /// Nil for anything else; a definition of such a name comes before the word.
  init?(_ entry: String, defined names: [String]) {
    let words = entry.split { $0.isWhitespace || $0 == ";" }.map(String.init)
    guard let word = words.first else { return nil }
    if Self.lonely.contains(word), !names.contains(word), !Self.isDefinition(words) {
      guard words.count == 1 else {
        self = .misused("`\(word)` stands alone")
        return
      }
      self = word == "edit" ? .edit : .leave
      return
    }
    guard word == "set" else { return nil }
    guard words.count > 1 else {
      self = .showSettings
      return
    }
    guard PromptSettings.names.contains(words[1]) else { return nil }
    self = .set(words[1], to: words.count == 3 ? words[2] : nil)
  }

  /// `edit = 99%`
  private static func isDefinition(_ words: [String]) -> Bool {
    words.count > 1 && ["=", ":", "&", "|", ","].contains { words[1].hasPrefix($0) }
  }
}
