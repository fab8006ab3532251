import Foundation
import TerminalScreens
import Testing

extension TerminalTests {
  /// Entries of before, in a terminal.
  @Suite("Recalling entries")
  struct RecallTests {
    @Test("the arrow keys walk through the entries")
    func arrows() throws {
      try EchoScreen.with { screen in
        for line in ["first", "zürich", "third"] { try screen.enter(line) }
        try screen.wait(for: "read 5: third\nready>")
        try screen.press("Up", "Up")
        try screen.wait(forLastRow: "ready> zürich")
        try screen.press("Up", "Down", "Down", "BSpace", "Enter")
        try screen.wait(for: "read 4: thir\n")
      }
    }

    @Test("Ctrl-R searches, and Enter takes what is found")
    func search() throws {
      try EchoScreen.with { screen in
        for line in ["zürich 99%", "other"] { try screen.enter(line) }
        try screen.wait(for: "read 5: other\nready>")
        try screen.press("C-r")
        try screen.type("ür")
        try screen.wait(for: "ready> zürich 99%\nbck:ür")
        try screen.press("Enter")
        try screen.wait(until: "a second answer") { shown in
          shown.components(separatedBy: "read 10: zürich 99%\nready>").count == 3
        }
      }
    }

    @Test("Ctrl-C leaves a search")
    func leavingSearch() throws {
      try EchoScreen.with { screen in
        try screen.enter("first")
        try screen.wait(for: "read 5: first\nready>")
        try screen.press("C-r")
        try screen.type("fi")
        try screen.wait(for: "bck:fi")
        try screen.press("C-c")
        try screen.wait(for: "interrupted\nready>")
        try screen.enter("next")
        try screen.wait(for: "read 4: next")
      }
    }

    @Test("entries last from one session to the next")
    func sessions() throws {
      let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: folder) }
      let file = folder.appendingPathComponent("state/history")
      try EchoScreen.with(history: file) { screen in
        for line in ["first", "first", " hidden", "back\\slash"] { try screen.enter(line) }
        try screen.wait(for: "read 10: back")
      }
      #expect(try String(contentsOf: file, encoding: .utf8) == "first\nback\\\\slash\n")
      try EchoScreen.with(history: file) { screen in
        try screen.press("Up")
        try screen.wait(forLastRow: "ready> back\\slash")
        try screen.press("Up", "Enter")
        try screen.wait(for: "read 5: first")
      }
    }

    @Test("a history that can't be kept is said once, and the prompt goes on")
    func unwritable() throws {
      try EchoScreen.with(history: URL(fileURLWithPath: "/proc/history")) { screen in
        try screen.enter("first")
        try screen.enter("second")
        let shown = try screen.wait(for: "read 6: second\nready>")
        #expect(shown.components(separatedBy: "the history is not kept").count == 2, "\(shown)")
        try screen.press("Up")
        try screen.wait(forLastRow: "ready> second")
      }
    }
  }
}
