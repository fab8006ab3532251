import Evaluation
import Nines

/// The first words of a command line that name a command or a file wrongly.
enum MistypedCommand {
  /// What to say of `lnt shop.nines` and of `incidents.csv`; nil for words to answer.
  static func sentence(about words: [String], among commands: [String]) -> String? {
    guard let first = words.first, FileKind(first) == nil else { return nil }
    if first.hasSuffix(".csv"), !first.contains(where: { " \"(".contains($0) }) {
      return "\(first) is no topology; of an incident log ask  nines fit \(first)"
    }
    guard words.count > 1, isFile(words[1]), !isFile(first),
      let command = Spelling.nearest(to: first, among: commands)
    else { return nil }
    let rest = words.dropFirst().joined(separator: " ")
    return "nothing is called '\(first)'; did you mean  nines \(command) \(rest)"
  }

  private static func isFile(_ word: String) -> Bool {
    FileKind(word) != nil || FileReading.exists(word)
  }
}
