import Foundation
import TerminalScreens
import Testing

extension TerminalTests {
  /// Signals that come while a line is read.
  @Suite("Signals at the prompt")
  struct SignalTests {
    /// Runs a test on a screen where a shell starts LineEcho after some commands, tells its process,
    /// and then runs `afterwards`.
    private func shell(
      _ before: String = "", afterwards: String = "",
      _ test: (_ screen: TerminalScreen, _ process: pid_t) throws -> Void
    ) throws {
      let program = try #require(BuiltExecutable.path(of: "LineEcho"))
      let line = "\(before)(echo pid $BASHPID; exec '\(program)'); echo status $?; \(afterwards)"
      let screen = try TerminalScreen(
        ["bash", "--norc", "--noprofile", "-c", line], columns: 120,
        // Swift's runtime has handlers of its own on a terminal.
        environment: ["EDITRC": "/dev/null", "SWIFT_BACKTRACE": "enable=no"])
      defer { screen.close() }
      let shown = try screen.wait(forLastRow: "ready>")
      let digits = shown.components(separatedBy: "pid ").last?.prefix { $0.isNumber } ?? ""
      try test(screen, try #require(pid_t(digits)))
    }

    @Test(
      "those that end the program leave the terminal as it was",
      arguments: [(SIGTERM, 143), (SIGHUP, 129), (SIGQUIT, 131)])
    func ending(signal: Int32, status: Int) throws {
      try shell("ulimit -c 0; ", afterwards: "stty -a; exec cat -v") { screen, process in
        try screen.type("unfinished")
        try screen.wait(forLastRow: "ready> unfinished")
        kill(process, signal)
        let shown = try screen.wait(for: "echoke")
        #expect(shown.contains("ready> unfinished\n") && shown.contains("status \(status)\n"))
        let modes = Set(shown.split(whereSeparator: \.isWhitespace))
        #expect(modes.isSuperset(of: ["icanon", "echo", "isig", "icrnl"]), "\(shown)")
        try screen.paste(Data("pasted\n".utf8))
        let pasted = try screen.wait(for: "pasted\npasted")
        #expect(!pasted.contains("200~"))
      }
    }

    @Test("the key of SIGQUIT ends the program, too")
    func quitKey() throws {
      try shell("ulimit -c 0; set -m; ", afterwards: "stty -a") { screen, _ in
        try screen.press("C-\\")
        let shown = try screen.wait(for: "echoke")
        #expect(shown.contains("status 131\n") && shown.contains(" icanon "))
      }
    }

    @Test("one that is ignored stays so")
    func ignored() throws {
      try shell("trap '' HUP; ") { screen, process in
        kill(process, SIGHUP)
        try screen.enter("on")
        try screen.wait(for: "read 2: on\nready>")
      }
    }

    @Test("SIGINT from elsewhere abandons the line, as Ctrl-C does")
    func interrupt() throws {
      try shell { screen, process in
        try screen.type("abandoned")
        try screen.wait(forLastRow: "ready> abandoned")
        kill(process, SIGINT)
        try screen.wait(for: "ready> abandoned^C\ninterrupted\nready>")
        try screen.enter("next")
        try screen.wait(for: "read 4: next")
      }
    }

    @Test("Ctrl-C abandons the line on a terminal without cursor keys, too")
    func plain() throws {
      try EchoScreen.with(environment: ["TERM": "dumb"]) { screen in
        try screen.type("abandoned")
        try screen.wait(forLastRow: "ready> abandoned")
        try screen.press("C-c")
        try screen.wait(for: "ready> abandoned^C\ninterrupted\nready>")
        try screen.enter("next")
        try screen.wait(for: "read 4: next\nready>")
        try screen.press("C-c")
        try screen.wait(for: "ready> ^C\ninterrupted\nready>")
      }
    }
  }
}
