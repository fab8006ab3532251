import Foundation
import Testing

/// `nines report`, which a program of its own carries out.
@Suite("Reports")
struct ReportTests {
  private static let text = """
    db = 99.9%, mttr 1h
    sla gold: 99% per month
    """

  @Test("are written whole, to a file or to standard output")
  func written() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("db.nines", Data(Self.text.utf8))
    let words = ["report", "db.nines", "--runs", "200"]
    for (file, form) in [("db.html", "html"), ("db.md", "markdown"), ("db.HTM", "html")] {
      let outcome = try BuiltProgram.run(words + ["-o", file], folder: scratch.url)
      #expect(outcome.status == 0 && outcome.output.isEmpty && outcome.errors.isEmpty)
      let printed = try BuiltProgram.run(words + ["--format", form], folder: scratch.url)
      #expect(try scratch.text(file) == printed.output)
      let again = form == "markdown" ? "db.nines --format markdown" : "db.nines"
      #expect(printed.output.contains("nines report \(again) --runs 200"))
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(Set(files) == ["db.HTM", "db.html", "db.md", "db.nines"])
  }

  @Test("take standard input, and what is reviewed")
  func input() throws {
    let outcome = try BuiltProgram.run(
      ["report", "-", "b", "--format", "markdown", "--runs", "100"],
      input: Data("a = 99%, mttr 1h\nb = 98%, mttr 1h\nc = a & b".utf8))
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("# How available is b?\n"))
  }

  @Test("of documents, with what repeats them in quotes where a shell needs them")
  func documents() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let text = try BuiltProgram.run(
      ["fmt", "--to", "yaml"], input: Data("\"db 1\" = 99.9%, mttr 1h".utf8))
    try scratch.write("a b.yaml", Data(text.output.utf8))
    let outcome = try BuiltProgram.run(
      ["report", "a b.yaml", "db 1", "--runs", "100", "--format", "markdown"],
      folder: scratch.url)
    #expect(outcome.status == 0)
    let again = "`nines report 'a b.yaml' 'db 1' --format markdown --runs 100` makes it again"
    #expect(outcome.output.contains(again))
  }

  @Test("that are interrupted leave no file")
  func interrupted() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("db.nines", Data(Self.text.utf8))
    let process = Process()
    process.executableURL = try BuiltProgram.url()
    process.arguments = ["report", "db.nines", "--runs", "1000000000", "-o", "db.html"]
    process.currentDirectoryURL = scratch.url
    let limited = try LimitedProcess(process)
    Thread.sleep(forTimeInterval: 0.5)
    #expect(process.isRunning)
    process.interrupt()
    try limited.wait()
    #expect(process.terminationReason == .uncaughtSignal)
    let files = try FileManager.default.contentsOfDirectory(atPath: scratch.url.path)
    #expect(files == ["db.nines"])
  }

  @Test("say by their status that a promise is not met, or can't be decided")
  func statuses() throws {
    let texts = [("99.999%", Int32(1)), ("99%", 0)]
    for (goal, status) in texts {
      let outcome = try BuiltProgram.run(
        ["report", "-", "--runs", "100"],
        input: Data("db = 99.9%, mttr 1h\ncheck db \(goal) per year".utf8))
      #expect(outcome.status == status)
      #expect(outcome.output.hasSuffix("</html>\n"))
    }
  }

  @Test(
    "refuse what can't be written, before they simulate",
    arguments: [
      (["-o", "absent/x.html"], "absent/x.html cannot be written: No such file or directory"),
      (["-o", "x.pdf"], "x.pdf: a report is written as .html or .md; write -o report.html"),
      (["-o", "x.md", "--format", "html"], "-o x.md and --format html contradict each other"),
      (["--runs", "0"], "--runs takes a number from 1 to"),
      (["--runs", "9", "--within", "1s"], "--runs and --within contradict each other"),
      (["--within", "soon"], "--within takes a time such as 30s or 5min, not soon"),
      (["bd"], "nothing is called 'bd'; did you mean 'db'?"),
    ])
  func refused(words: [String], sentence: String) throws {
    let outcome = try BuiltProgram.run(
      ["report", "-"] + words, input: Data(Self.text.utf8))
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence))
  }

  @Test("refuse wrong input as an answer does")
  func wrongInput() throws {
    for text in ["db = = 3", "db = 99.9", "help"] {
      let report = try BuiltProgram.run(["report", "-"], input: Data(text.utf8))
      #expect(report.status == 2)
      #expect(report.output.isEmpty)
      guard text != "help" else { continue }
      #expect(report.errors == (try BuiltProgram.run(["-"], input: Data(text.utf8))).errors)
    }
  }
}
