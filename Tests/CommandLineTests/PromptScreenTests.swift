import Foundation
import TerminalScreens
import Testing

/// The prompt as it is seen in a terminal.
@Suite("The prompt in a terminal", .serialized, .enabled(if: Multiplexer.isInstalled))
struct PromptScreenTests {
  /// A screen on which the first prompt stands, with a history of its own.
  private func with(_ test: (TerminalScreen) throws -> Void) throws {
    let program = try #require(BuiltExecutable.path(of: "nines"))
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let screen = try TerminalScreen(
      [program],
      environment: ["EDITRC": "/dev/null", "XDG_STATE_HOME": folder.url.path], folder: folder.url)
    defer { screen.close() }
    try screen.wait(forLastRow: ">")
    try test(screen)
  }

  @Test("welcomes with one line, and answers")
  func answers() throws {
    try with { screen in
      #expect(try screen.text().components(separatedBy: "\n").count == 2)
      try screen.enter("lb = 99.9%")
      try screen.wait(forLastRow: ">")
      try screen.enter("lb & lb")
      let shown = try screen.wait(for: "method     exact")
      #expect(shown.contains("available  99.9%"))
    }
  }

  @Test("goes on in the next line where the text is unfinished")
  func unfinished() throws {
    try with { screen in
      try screen.enter("service web {")
      try screen.wait(forLastRow: ".")
      try screen.press("C-d")
      #expect(try screen.exitStatus() != nil)
    }
  }
}
