import Foundation
import TerminalScreens
import Testing

/// The prompt as a person sees it.
@Suite("The prompt", .serialized, .enabled(if: Multiplexer.isInstalled))
struct PromptTests {
  private func prompt(
    _ environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    _ test: (TerminalScreen) throws -> Void
  ) throws {
    let prompt = try PromptScreen(environment)
    defer { prompt.remove() }
    try prompt.show(columns: columns, rows: rows, test)
  }

  private func expect(_ screen: String, shows text: String, _ isShown: Bool = true) {
    #expect(screen.contains(text) == isShown, "\(text)")
  }

  @Test("welcomes in one line, keeps definitions, and ends at Ctrl-D or quit")
  func answers() throws {
    try prompt { screen in
      #expect(try screen.text().components(separatedBy: "\n").count == 2)
      try expect(screen.ask("web = 99.9%"), shows: "web  99.9% available")
      try expect(screen.ask("web & 99%"), shows: "available  98.901%")
      try screen.press("C-d")
      #expect(try screen.exitStatus() == 0)
    }
    try prompt { screen in
      try screen.enter("quit")
      #expect(try screen.exitStatus() == 0)
    }
  }

  @Test("remembers entries, for the arrow keys, for Ctrl-R, and for the next prompt")
  func history() throws {
    let prompt = try PromptScreen()
    defer { prompt.remove() }
    try prompt.show { screen in
      try screen.ask("web = 99.9%")
      try screen.ask("lb = 99.99%")
      try screen.press("Up", "Up")
      try screen.wait(forLastRow: "nines> web = 99.9%")
      try screen.press("C-c")
      try screen.wait(forLastRow: PromptScreen.prompt)
    }
    try prompt.show { screen in
      try screen.press("Up")
      try screen.wait(forLastRow: "nines> lb = 99.99%")
      try screen.press("C-u", "C-r")
      try screen.type("web")
      try screen.wait(for: "nines> web = 99.9%")
      try screen.press("Enter")
      try screen.wait(for: "web  99.9% available")
    }
  }

  @Test("completes names, words of clauses, units and published promises")
  func completion() throws {
    try prompt { screen in
      try screen.ask("checkout = 99.9%")
      try screen.type("why che")
      try screen.press("Tab")
      try screen.wait(forLastRow: "nines> why checkout")
      try screen.press("C-u")
      try screen.type("service web: 2 of 3, mtb")
      try screen.press("Tab")
      try screen.wait(forLastRow: "nines> service web: 2 of 3, mtbf")
      try screen.type("30mi")
      try screen.press("Tab")
      try screen.wait(forLastRow: "nines> service web: 2 of 3, mtbf 30min")
      try screen.press("C-u")
      try screen.type("lb = aws.elb.mu")
      try screen.press("Tab")
      try screen.wait(forLastRow: "nines> lb = aws.elb.multi-az")
    }
  }

  @Test("lists what may stand where several words may")
  func listing() throws {
    try prompt { screen in
      try screen.type("service web: 2 of 3, mt")
      try screen.press("Tab", "Tab")
      let shown = try screen.wait(for: "mtbf")
      #expect(shown.contains("mttr"))
      try screen.wait(forLastRow: "nines> service web: 2 of 3, mt")
    }
  }

  @Test("lists files, but none whose name would act on the terminal")
  func files() throws {
    let prompt = try PromptScreen()
    defer { prompt.remove() }
    for name in ["shop-a.nines", "shop-b.nines", "shop-\u{1B}[2Jc.nines", "shop-\rd.nines"] {
      try Data().write(to: prompt.url.appendingPathComponent(name))
    }
    try prompt.show { screen in
      try screen.type("load shop-")
      try screen.press("Tab", "Tab")
      try screen.wait(for: "shop-a.nines  shop-b.nines\nnines> load shop-")
    }
  }

  @Test("goes on in the next line while the text is unfinished, and recalls it in one")
  func severalLines() throws {
    try prompt { screen in
      try screen.enter("service web {")
      try screen.wait(forLastRow: "   ...")
      try screen.enter("2 of 3")
      try screen.enter("99.9%")
      try screen.wait(forLastRow: "   ...")
      try screen.enter("}")
      try screen.wait(for: "web  99.9997")
      try screen.press("Up")
      try screen.wait(forLastRow: "nines> service web { 2 of 3, 99.9% }")
    }
  }

  @Test("leaves a line at Ctrl-C, all of it where it has several")
  func abandoned() throws {
    try prompt { screen in
      try screen.type("web = 99.")
      try screen.press("C-c")
      try screen.wait(for: "nines> web = 99.^C\nnines>")
      try screen.enter("service web {")
      try screen.wait(forLastRow: "   ...")
      try screen.press("C-c")
      try screen.wait(forLastRow: PromptScreen.prompt)
      try expect(screen.ask("list"), shows: "nothing is defined yet")
    }
  }

  @Test("ends a simulation at Ctrl-C with the estimate so far, and goes on")
  func interrupted() throws {
    try prompt { screen in
      try screen.ask("web = 99.9%, mttr 1h")
      try screen.enter("simulate web for 1y, runs 1_000_000_000")
      try screen.wait(for: "replications")
      try screen.press("C-c")
      try screen.wait(for: "interrupted; `runs")
      try screen.wait(forLastRow: PromptScreen.prompt)
      try expect(screen.ask("web"), shows: "99.9%")
    }
  }

  @Test("sets answers in the width that the terminal has now")
  func resized() throws {
    try prompt { screen in
      try screen.ask("web = 99.9%, mttr 1h")
      try screen.resize(columns: 40, rows: 40)
      let shown = try screen.ask("web")
      #expect(shown.components(separatedBy: "\n").allSatisfy { $0.count <= 40 })
      #expect(shown.contains("  down       43.2 min a month, 8.76 h a\n               year"))
      try screen.resize(columns: 100, rows: 40)
      try expect(screen.ask("web"), shows: "43.2 min a month, 8.76 h a year")
    }
  }

  @Test("draws the line again in a changed window after a simulation, too")
  func resizedAfterSimulation() throws {
    try prompt(columns: 60, rows: 40) { screen in
      try screen.ask("web = 99.9%, mttr 1h")
      try screen.ask("simulate web for 1y, runs 100")
      try screen.type("one two three four five six seven")
      try screen.wait(forLastRow: "nines> one two three four five six seven")
      try screen.resize(columns: 30, rows: 40)
      try screen.wait(for: "nines> one two three four five\n six seven")
      try screen.type("!")
      try screen.wait(for: "nines> one two three four five\n six seven!")
    }
  }

  @Test("works in 20 columns")
  func narrow() throws {
    try prompt(columns: 20, rows: 60) { screen in
      try screen.enter("web = 99.9%, mttr 1h")
      try screen.wait(for: "web  99.9%")
      try screen.enter("web & (")
      try screen.wait(forLastRow: "   ...")
      try screen.enter("99%)")
      let shown = try screen.wait(for: "98.901%")
      #expect(shown.components(separatedBy: "\n").allSatisfy { $0.count <= 20 })
    }
  }

  @Test("says in a sentence that a history can't be kept, and goes on")
  func unwritableHistory() throws {
    try prompt(["XDG_STATE_HOME": "/proc/none"], columns: 120) { screen in
      let shown = try screen.ask("web = 99.9%")
      expect(shown, shows: "web  99.9%")
      expect(shown, shows: "warning: the history is not kept")
      try expect(screen.ask("save /proc/none/x.nines"), shows: "cannot be written")
    }
  }

  #if !DEBUG
    @Test("takes 10 MB that are pasted as one entry", .timeLimit(.minutes(3)))
    func pasted() throws {
      try prompt { screen in
        let line = "\"" + String(repeating: "x", count: 80)
        let lines = (0..<110_000).map { "\(line)\($0)\" = 99.9%\n" }.joined()
        #expect(lines.utf8.count >= 10 << 20)
        try screen.paste(Data(lines.utf8))
        try screen.wait(for: "110000 definitions taken", limit: 60)
        try screen.wait(forLastRow: PromptScreen.prompt)
        try expect(screen.ask("99% & 99%", limit: 30), shows: "98.01%")
      }
    }

  #endif

  @Test("uses colours where they are wanted")
  func colours() throws {
    try prompt(["CLICOLOR_FORCE": "1"]) { screen in
      try screen.ask("web = 99.9%")
      try expect(screen.colouredText(), shows: "\u{1B}[1mnines>")
    }
    try prompt(["NO_COLOR": "1"]) { screen in
      try screen.ask("web = 99.9%")
      try expect(screen.colouredText(), shows: "\u{1B}[", false)
    }
  }

  @Test("opens the definitions in the editor of the environment")
  func editor() throws {
    try prompt(["VISUAL": "sed -i s/99.9/98/"]) { screen in
      try screen.ask("web = 99.9%")
      try expect(screen.ask("edit"), shows: "1 definition taken from the editor")
      try expect(screen.ask("list"), shows: "web = 98%")
    }
    try prompt(["VISUAL": "false"]) { screen in
      try screen.ask("web = 99.9%")
      try expect(screen.ask("edit"), shows: "the editor 'false' failed")
    }
  }

  @Test("changes how it shows answers")
  func settings() throws {
    try prompt { screen in
      try expect(screen.ask("set"), shows: "format text")
      try expect(screen.ask("set format html"), shows: "format takes one of text, json")
      try expect(screen.ask("set colour never"), shows: "did you mean 'color'?")
      try screen.enter("set format json")
      try expect(screen.ask("99%"), shows: "\"kind\":\"availability\"")
      try screen.enter("set format text")
      try screen.enter("set width 30")
      try expect(screen.ask("99% & 98%"), shows: "fail\n")
    }
  }

  @Test("reads plain lines on a dumb terminal")
  func dumb() throws {
    try prompt(["TERM": "dumb"]) { screen in
      try screen.enter("99% & 99%")
      try screen.wait(for: "98.01%")
      try screen.wait(forLastRow: PromptScreen.prompt)
      try screen.enter("quit")
      #expect(try screen.exitStatus() == 0)
    }
  }

  @Test("leaves an unfinished entry at Ctrl-C on a dumb terminal, before and after answers")
  func abandonedPlain() throws {
    try prompt(["TERM": "dumb"]) { screen in
      try screen.press("C-c")
      try screen.wait(for: "nines> ^C\nnines>")
      try screen.enter("web = 99.9%, mttr 1h")
      try screen.wait(for: "web  99.9% available, 43.2 min down a month\nnines>")
      try screen.enter("service db {")
      try screen.wait(forLastRow: "   ...")
      try screen.press("C-c")
      try screen.wait(for: "   ... ^C\nnines>")
      try screen.enter("simulate web for 1y, within 1h")
      usleep(300_000)
      try screen.press("C-c")
      try screen.wait(for: "interrupted; `runs")
      try screen.wait(forLastRow: PromptScreen.prompt)
      for count in 1...5 {
        try screen.type("line \(count)")
        try screen.wait(forLastRow: "nines> line \(count)")
        try screen.press("C-c")
        try screen.wait(for: "nines> line \(count)^C\nnines>")
      }
      try screen.enter("list")
      try screen.wait(for: "web = 99.9%, mttr 1h\nnines>")
    }
  }

  #if os(Linux)
    @Test("ends by SIGTERM after a simulation was interrupted, too")
    func terminated() throws {
      try prompt(["SWIFT_BACKTRACE": "enable=no"]) { screen in
        try screen.ask("web = 99.9%, mttr 1h")
        try screen.enter("simulate web for 1y, runs 1_000_000_000")
        try screen.wait(for: "replications")
        try screen.press("C-c")
        try screen.wait(for: "interrupted; `runs")
        try screen.wait(forLastRow: PromptScreen.prompt)
        kill(try #require(try screen.process()), SIGTERM)
        #expect(try screen.exitStatus() == 143)
      }
    }
  #endif

  @Test("shows what the README shows")
  func readme() throws {
    let session = try #require(try Readme.sessions(mark: "nines> ").first)
    let files = try Readme.sessions(mark: "$ ").flatMap(\.self)
    let shop = try #require(files.first { $0.line == "cat shop.nines" })
    let prompt = try PromptScreen()
    defer { prompt.remove() }
    try (shop.shown.joined(separator: "\n") + "\n").write(
      to: prompt.url.appendingPathComponent("shop.nines"), atomically: true, encoding: .utf8)
    try prompt.show(columns: 110, rows: 60) { screen in
      for command in session {
        let rows = try screen.ask(command.line).components(separatedBy: "\n")
        let output = rows.dropFirst().dropLast().joined(separator: "\n")
        #expect(command.matches(output), "\(command.line)\n\(output)")
      }
    }
  }
}
