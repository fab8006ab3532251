import Nines

/// The file that a workspace was loaded from or saved in.
struct SavedFile: Sendable, Equatable {
  /// Where it is.
  let path: String
  /// True where the workspace holds all that it held, so that it can be written over without a word.
  var isOwn: Bool
  /// What it asks: no workspace keeps that, and it goes back where it came from.
  var questions: [Statement] = []
  /// The comments below its last statement.
  var trailing: [String] = []
}
