import Foundation
import Testing

@Suite("Simulations")
struct SimulationTests {
  private static let system = "a = 99.9%, mttr 1h\nb = 99.8%, mttr 2h\nc = a | b\n"

  private static func ask(
    _ question: String, _ options: [String] = []
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(options, input: Data((system + question).utf8))
  }

  @Test("have the same bytes for any number of threads", arguments: [[], ["--json"]])
  func threads(options: [String]) throws {
    let outputs = try ["", ", threads 1", ", threads 2", ", threads 64"].map {
      try Self.ask("simulate c, runs 20_000, sampling plain" + $0, options).output
    }
    #expect(Set(outputs).count == 1)
    #expect(outputs[0].contains("20000") || outputs[0].contains("20,000"))
  }

  @Test("that were stopped by their error are repeated by the number of runs that they print")
  func repetition() throws {
    let stopped = try object(Self.ask("simulate c, sampling plain, error 4%", ["--json"]).output)
    let runs = try #require(stopped["replications"] as? Int)
    #expect(stopped["ending"] as? String == "error")
    let again = try object(
      Self.ask("simulate c, sampling plain, runs \(runs)", ["--json"]).output)
    #expect(again["ending"] as? String == "runs")
    let figures = [again, stopped].map { $0["downtime_seconds"] as? NSDictionary }
    #expect(figures[0] != nil && figures[0] == figures[1])
  }

  @Test("write nothing on standard error where that is no terminal")
  func silence() throws {
    let outcome = try Self.ask("simulate c, sampling plain, within 1s")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("when the time was over"))
  }

  private func object(_ text: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    return try #require(object as? [String: Any])
  }

  #if os(Linux)
    /// What a simulation of a second shows on a terminal of `columns`.
    private func progress(_ terminalName: String, columns: UInt16) throws -> String {
      let terminal = try PseudoTerminal(columns: columns)
      defer { terminal.remove() }
      let outcome = try BuiltProgram.run(
        [], input: Data((Self.system + "simulate c, sampling plain, within 1s").utf8),
        errors: terminal.program, environment: ["TERM": terminalName])
      #expect(outcome.status == 0 && outcome.output.hasPrefix("c\n"))
      return try terminal.text()
    }

    @Test("show their progress on a terminal, and clear it")
    func progress() throws {
      let shown = try progress("xterm", columns: 80)
      #expect(shown.contains(" replications, "))
      #expect(shown.contains("down on average so far"))
      #expect(shown.hasSuffix("\r\u{1B}[K"))
    }

    @Test("show no more progress than fits on a line")
    func narrowProgress() throws {
      let lines = try progress("xterm", columns: 20).components(separatedBy: "\r\u{1B}[K")
      #expect(lines.contains { $0.hasSuffix("…") })
      #expect(lines.allSatisfy { $0.count < 20 }, "\(lines)")
    }

    @Test("show no progress where it couldn't be erased", arguments: ["dumb", ""])
    func dumb(terminal: String) throws {
      let shown = try progress(terminal, columns: 80)
      #expect(shown.isEmpty)
    }

    @Test("that are interrupted print the estimate so far", arguments: [[], ["--json"]])
    func interrupted(options: [String]) throws {
      let question = "simulate c, sampling plain, within 10min\nshow a\n"
      let outcome = try BuiltProgram.run(
        options, input: Data((Self.system + question).utf8), signal: SIGINT)
      #expect(outcome.status == 130)
      #expect(outcome.errors.isEmpty)
      #expect(outcome.output.contains("interrupted"))
      #expect(!outcome.output.contains("99.9%"), "what follows is not answered")
    }
  #endif
}
