import TerminalScreens
import Testing

extension TerminalTests {
  /// The Tab key, in a terminal. LineEcho knows mtbf, mttr, mtta, zürich and available.
  @Suite("Completing words")
  struct CompletingTests {
    @Test("a sole candidate is inserted with its ending, in the middle of a line too")
    func sole() throws {
      try EchoScreen.with { screen in
        try screen.type("é av end")
        try screen.press("Left", "Left", "Left", "Left", "Tab")
        try screen.wait(forLastRow: "ready> é available  end")
        try screen.press("Home")
        try screen.type("z")
        try screen.press("Tab", "Enter")
        try screen.wait(for: "read 23: zürich é available  end")
      }
    }

    @Test("what candidates share is inserted, and then they are listed below the line")
    func shared() throws {
      try EchoScreen.with { screen in
        try screen.type("1 m end")
        try screen.press("Left", "Left", "Left", "Left", "Tab")
        try screen.wait(forLastRow: "ready> 1 mt end")
        try screen.press("Tab")
        let shown = try screen.wait(for: "mtbf  mttr  mtta\nready> 1 mt end")
        #expect(shown.hasPrefix("ready> 1 mt end\nmtbf"))
        try screen.enter("bf")
        try screen.wait(for: "read 10: 1 mtbf end")
      }
    }

    @Test("the list stands below all rows of a line that wraps")
    func wrapped() throws {
      try EchoScreen.with(columns: 20, rows: 12) { screen in
        try screen.type("mt of a line that wraps")
        try screen.press("Home", "Right", "Right", "Tab")
        try screen.wait(
          for: """
            ready> mt of a line
            that wraps
            mtbf  mttr  mtta
            ready> mt of a line
            that wraps
            """)
        #expect(try screen.cursor() == "9,3")
      }
    }

    @Test("nothing happens where nothing fits")
    func none() throws {
      try EchoScreen.with { screen in
        try screen.type("x")
        try screen.press("Tab")
        try screen.enter("y")
        try screen.wait(for: "read 2: xy")
      }
    }
  }
}
