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
  /// Types an entry on a cleared screen, and waits until it is answered; what the screen shows.
  @discardableResult
  func ask(_ entry: String, limit: Double = TerminalScreen.patience) throws -> String {
    try press("C-l")
    try wait(until: "an empty screen") { $0 == PromptScreen.prompt }
    try enter(entry)
    return try wait(limit: limit, until: "an answer to '\(entry)'") { screen in
      screen != PromptScreen.prompt && screen.hasSuffix("\n\(PromptScreen.prompt)")
    }
  }
}
