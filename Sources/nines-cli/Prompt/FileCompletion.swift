import Evaluation
import Nines
import TerminalInput

/// Files whose names begin as written.
struct FileCompletion {
  private let prefix: CompletionList.FilePrefix

  /// The beginning of a file's name.
  init(_ prefix: CompletionList.FilePrefix) { self.prefix = prefix }

  /// The files and folders of that folder.
  func complete(at cursor: Int) -> Completion {
    Completion(
      replacedFrom: cursor - prefix.text.utf8.count,
      candidates: FileNames.beginning(with: prefix.text).map { path in
        let isWhole = !path.hasSuffix("/")
        return isWhole
          ? Completion.Candidate(path, ending: prefix.needsQuotes ? "\"" : "")
          : Completion.Candidate(path)
      })
  }
}
