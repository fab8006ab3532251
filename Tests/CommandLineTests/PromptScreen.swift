import Foundation
import TerminalScreens
import Testing

/// The prompt in a terminal, with a history of its own.
struct PromptScreen {
  static let prompt = "nines>"

  private let folder: ScratchFolder
  private let environment: [String: String]

  /// A place for prompts; `environment` comes on top of the tests' own.
  init(_ environment: [String: String] = [:]) throws {
    folder = try ScratchFolder()
    self.environment = ["EDITRC": "/dev/null", "XDG_STATE_HOME": folder.url.path, "TERM": "screen"]
      .merging(environment) { $1 }
  }

  /// Where the prompt stands.
  var url: URL { folder.url }

  /// Runs `test` on a screen that shows the first prompt.
  func show(
    columns: Int = 80, rows: Int = 24, _ test: (TerminalScreen) throws -> Void
  ) throws {
    let screen = try TerminalScreen(
      [try BuiltProgram.url().path], columns: columns, rows: rows, environment: environment,
      folder: folder.url)
    defer { screen.close() }
    try screen.wait(forLastRow: Self.prompt)
    try test(screen)
  }

  func remove() { folder.remove() }
}

extension TerminalScreen {
  /// Types an entry, and waits until it is answered; what the screen shows from the entry on.
  @discardableResult
  func ask(_ entry: String, limit: Double = TerminalScreen.patience) throws -> String {
    try enter(entry)
    let screen = try wait(limit: limit, until: "an answer to '\(entry)'") { screen in
      let rows = screen.components(separatedBy: "\n")
      return rows.last == PromptScreen.prompt && rows.dropLast().contains { $0.hasSuffix(entry) }
    }
    let rows = screen.components(separatedBy: "\n")
    let start = rows.lastIndex { $0.hasSuffix(entry) } ?? 0
    return rows[start...].joined(separator: "\n")
  }
}
