import TerminalScreens
import Testing

extension TerminalTests {
  /// Lines that are wider than the window, and windows that change.
  @Suite("The window")
  struct WindowTests {
    private static let numbers = "one two three four five six seven"

    @Test("a line that wraps in 20 columns is edited in its middle")
    func narrow() throws {
      try EchoScreen.with(columns: 20, rows: 10) { screen in
        try screen.type(Self.numbers)
        try screen.press("Home")
        try screen.type("A")
        try screen.press("C-Right", "C-Right")
        try screen.type("B")
        // "ready> " takes 7 columns.
        try screen.wait(for: "ready> Aone twoB thr\nee four five six sev\nen")
        try screen.press("BSpace", "Home", "Delete")
        try screen.wait(for: "ready> one two three\n four five six seven")
        try screen.press("C-c")
        let shown = try screen.wait(forLastRow: "ready>")
        #expect(shown.contains(" four five six seven\n^C\ninterrupted\n"))
      }
    }

    @Test("a line is drawn again when the window narrows and widens")
    func resized() throws {
      try EchoScreen.with(columns: 60, rows: 12) { screen in
        // Rows above, so that nothing scrolls out when the line wraps.
        for _ in 0..<3 { try screen.enter("above") }
        try screen.type(Self.numbers)
        try screen.wait(for: "ready> \(Self.numbers)")
        try screen.resize(columns: 30, rows: 12)
        try screen.wait(for: "ready> one two three four five\n six seven")
        try screen.type("!")
        try screen.wait(for: "\n six seven!")
        try screen.resize(columns: 70, rows: 12)
        let shown = try screen.wait(for: "ready> \(Self.numbers)!")
        #expect(shown.components(separatedBy: "six seven").count == 2, "\(shown)")
        try screen.press("Enter")
        try screen.wait(for: "read 34: \(Self.numbers)!")
      }
    }

    @Test("a line of more rows than the window, with wide characters, comes back intact")
    func overflowing() throws {
      try EchoScreen.with(columns: 20, rows: 5) { screen in
        for text in [String(repeating: "a", count: 101), "東京👩‍👩‍👧", String(repeating: "b", count: 60)] {
          try screen.type(text)
          try screen.press("Home", "End")
        }
        try screen.press("C-c")
        try screen.wait(forLastRow: "ready>")
        try screen.enter("next")
        try screen.wait(for: "read 4: next")
      }
    }
  }
}
