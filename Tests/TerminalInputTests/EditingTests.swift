import Foundation
import TerminalScreens
import Testing

extension TerminalTests {
  /// The keys, in a terminal.
  @Suite("Editing a line")
  struct EditingTests {
    @Test("arrows and deletion move by characters of several bytes, which come back intact")
    func characters() throws {
      try EchoScreen.with { screen in
        try screen.type("zürich → 東京x")
        try screen.press("BSpace", "BSpace", "Left", "Left", "BSpace", "Home", "Right", "Delete")
        try screen.enter("ö")
        try screen.wait(for: "read 9: zörich  東")
      }
    }

    @Test("words are skipped, and the line's ends reached")
    func words() throws {
      try EchoScreen.with { screen in
        try screen.type("one two three")
        try screen.press("C-Left", "C-Left")
        try screen.type("A")
        try screen.press("C-Right")
        try screen.type("B")
        try screen.press("End")
        try screen.type("C")
        try screen.press("Home")
        try screen.enter("D")
        try screen.wait(for: "read 17: Done AtwoB threeC")
      }
    }

    @Test("keys without a meaning type nothing")
    func unusedKeys() throws {
      try EchoScreen.with { screen in
        try screen.type("a")
        try screen.press("F1", "F5", "F12", "PPage", "NPage", "IC", "BTab", "M-x", "S-Right")
        try screen.enter("b")
        try screen.wait(for: "read 2: ab")
      }
    }

    @Test("the keys of the user's own file are honoured, those of vi too")
    func ownKeys() throws {
      let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
      defer { try? FileManager.default.removeItem(at: file) }
      try Data("bind -v\nline-echo:bind ^T ed-delete-prev-word\nother:bind t ed-newline\n".utf8)
        .write(to: file)
      try EchoScreen.with(environment: ["EDITRC": file.path]) { screen in
        try screen.type("one two av")
        try screen.press("Tab")
        try screen.wait(forLastRow: "ready> one two available")
        try screen.press("C-t")
        try screen.press("Enter")
        try screen.wait(for: "read 8: one two")
      }
    }

    @Test("Ctrl-C abandons the line and keeps what is typed after it")
    func interrupt() throws {
      try EchoScreen.with { screen in
        try screen.type("abandoned")
        try screen.press("Home", "C-c")
        let shown = try screen.wait(for: "interrupted\nready>")
        #expect(shown.contains("ready> abandoned^C\n"))
        try screen.enter("next")
        try screen.wait(for: "read 4: next")
        try screen.press("Up", "Up")
        #expect(try screen.wait(forLastRow: "ready> next").hasSuffix("ready> next"))
      }
    }

    @Test("Ctrl-D deletes in a line, and ends the input on an empty one")
    func endOfInput() throws {
      try EchoScreen.with { screen in
        try screen.type("ab")
        try screen.press("Home", "C-d", "Enter")
        try screen.wait(for: "read 1: b\nready>")
        try screen.press("C-d")
        try screen.wait(for: "end")
        #expect(try screen.exitStatus() == 0)
      }
    }

    @Test("a closed standard input is the end of the input, and gets no prompt")
    func closed() throws {
      let program = try #require(BuiltExecutable.path(of: "LineEcho"))
      let screen = try TerminalScreen(
        ["sh", "-c", "'\(program)' <&-; echo ended $?; exec sleep 20"],
        environment: ["EDITRC": "/dev/null"])
      defer { screen.close() }
      #expect(try screen.wait(for: "ended 0").hasPrefix("end\nended 0"))
    }

    @Test("Ctrl-Z stops the program in the ordinary mode, and going on draws the line again")
    func suspended() throws {
      let program = try #require(BuiltExecutable.path(of: "LineEcho"))
      let screen = try TerminalScreen(
        ["bash", "--norc", "--noprofile", "-i"],
        environment: ["EDITRC": "/dev/null", "PS1": "shell$ "])
      defer { screen.close() }
      try screen.wait(for: "shell$")
      try screen.enter(program)
      try screen.wait(forLastRow: "ready>")
      try screen.type("before")
      try screen.press("C-z")
      try screen.wait(forLastRow: "shell$")
      try screen.enter("stty -a | grep -o '.icanon'; fg")
      let shown = try screen.wait(forLastRow: "ready> before")
      #expect(shown.contains("\n icanon\n"))
      try screen.enter(" after")
      try screen.wait(for: "read 12: before after")
    }

    @Test("a terminal without cursor keys reads plain lines", arguments: ["TERM=dumb", "TERM="])
    func plain(term: String) throws {
      let parts = term.split(separator: "=", omittingEmptySubsequences: false)
      try EchoScreen.with(environment: ["TERM": String(parts[1])]) { screen in
        try screen.enter("plain")
        let shown = try screen.wait(for: "read 5: plain\nready>")
        #expect(shown.hasPrefix("ready> plain\n"))
        try screen.press("C-d")
        #expect(try screen.exitStatus() == 0)
      }
    }
  }
}
