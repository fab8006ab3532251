import Evaluation
import Nines

/// Words of the language for a shell's Tab key: those that may stand behind what is typed, with the
/// names of the file that is named first.
enum WordCompletion {
  /// What may stand at the place of `words`, which begin with the program's name.
  static func candidates(_ words: [String], at place: Int) -> [String] {
    let typed = words.prefix(place + 1).dropFirst().filter { !$0.hasPrefix("-") && $0 != "answer" }
    guard let last = typed.last else { return files("") }
    guard typed.count > 1 else { return files(last) + language(typed, names: []) }
    guard let file = typed.first, FileKind(file) != nil else { return language(typed, names: []) }
    return language(typed.dropFirst(), names: names(in: file))
  }

  private static func language(_ words: some Sequence<String>, names: [KnownName]) -> [String] {
    let text = words.joined(separator: " ")
    let list = Completer(names: names).complete(text, at: text.utf8.count)
    // What stands before the word in the same argument, such as 30 in 30d, is part of the candidate.
    let whole = text.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let kept = whole.utf8.count - list.replaced.length
    let before = String(decoding: whole.utf8.prefix(max(0, kept)), as: UTF8.self)
    return list.candidates.filter { !isOfPrompt($0) }.map { before + $0.text }
  }

  /// Words that only the prompt knows.
  private static func isOfPrompt(_ candidate: CompletionCandidate) -> Bool {
    candidate.kind == .command && promptWords.contains(candidate.text)
  }

  private static let promptWords: Set<String> = ["edit", "load", "quit", "save", "set", "undo"]

  private static func names(in file: String) -> [KnownName] {
    guard let bytes = try? FileReading.bytes(of: file) else { return [] }
    return KnownName.all(in: SourceText(bytes: bytes))
  }

  private static func files(_ start: String) -> [String] {
    FileCompletion(CompletionList.FilePrefix(start, needsQuotes: false)).complete(
      at: start.utf8.count
    )
    .candidates.map(\.text).filter { $0.hasSuffix("/") || FileKind($0) != nil }
  }
}
