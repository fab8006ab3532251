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

  /// Nil for anything else; a definition of such a name comes before the word.
  init?(_ words: [String], defined names: [String]) {
    switch words {
    case ["quit"], ["exit"], ["edit"]:
      guard !names.contains(words[0]) else { return nil }
      self = words[0] == "edit" ? .edit : .leave
    case ["set"]: self = .showSettings
    default:
      guard words.count >= 2, words[0] == "set", PromptSettings.names.contains(words[1]) else {
        return nil
      }
      self = .set(words[1], to: words.count == 3 ? words[2] : nil)
    }
  }
}
