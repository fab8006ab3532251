import Foundation
import Testing

@Suite("Parts of simulations")
struct PartTests {
  /// What the parts are parts of.
  private struct Question {
    var web = "99.9%"
    var runs = 300_000
    var seed = 7

    var text: String {
      "web = \(web), mttr 1h\nsite = 2 of 3 web\n"
        + "simulate site for 30d, runs \(runs), seed \(seed), sampling plain"
    }
  }

  private func write(
    _ number: Int, of count: Int, to file: String, in folder: ScratchFolder,
    asking question: Question = Question(), signal: Int32? = nil
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["--shard", "\(number)/\(count)", "-o", file], input: Data(question.text.utf8),
      folder: folder.url, signal: signal)
  }

  private func merge(
    _ files: [String], in folder: ScratchFolder, _ options: [String] = []
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(["merge"] + options + files, folder: folder.url)
  }

  @Test("merge to the bytes of the whole", arguments: [1, 2, 7])
  func whole(count: Int) throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let files = (1...count).map { "part-\($0)" }
    for (place, file) in files.enumerated() {
      let outcome = try write(place + 1, of: count, to: file, in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.output == "part \(place + 1) of \(count) is in \(file)\n")
    }
    for options in [[], ["--json"]] {
      let whole = try BuiltProgram.run(options, input: Data(Question().text.utf8))
      let merged = try merge(files.reversed(), in: folder, options)
      #expect(merged.status == 0 && merged.errors.isEmpty)
      #expect(merged.output == whole.output)
    }
  }

  @Test("that don't make a whole are refused with the shards to run again")
  func gaps() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    for number in [1, 3] { _ = try write(number, of: 4, to: "part-\(number)", in: folder) }
    try expectRefusal(
      of: ["part-1", "part-3"], in: folder, saying: "run again --shard 2/4, 4/4")
    try expectRefusal(
      of: ["part-1", "part-3", "part-1"], in: folder, saying: "both hold shard 1")
    try expectRefusal(of: ["part-1", "absent"], in: folder, saying: "absent cannot be read")
  }

  @Test("of other models, seeds and numbers are refused by name")
  func mixed() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    _ = try write(1, of: 2, to: "one", in: folder)
    _ = try write(2, of: 2, to: "model", in: folder, asking: Question(web: "99.8%"))
    _ = try write(2, of: 2, to: "seed", in: folder, asking: Question(seed: 8))
    _ = try write(2, of: 2, to: "runs", in: folder, asking: Question(runs: 300_001))
    _ = try write(2, of: 3, to: "count", in: folder)
    for (file, what) in [
      ("model", "model or question"), ("seed", "seed"), ("runs", "number of runs"),
      ("count", "number of shards"),
    ] {
      try expectRefusal(of: ["one", file], in: folder, saying: "differ in their \(what)")
    }
  }

  @Test("that were truncated, altered or written by another version are refused by name")
  func damaged() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    for number in 1...2 { _ = try write(number, of: 2, to: "part-\(number)", in: folder) }
    let text = try folder.text("part-2")
    let half = text.utf8.count / 2
    let digit = text.index(text.startIndex, offsetBy: half)
    let other = text[digit] == "0" ? "1" : "0"
    let damages = [
      ("truncated", String(text.prefix(half))), ("truncated", String(text.dropLast(1))),
      ("altered", text.replacingCharacters(in: digit...digit, with: other)),
      ("has the format", text.replacingOccurrences(of: "nines part 3", with: "nines part 9")),
      ("not a part", ""), ("not a part", "shop = 99.9%\n"),
    ]
    for (what, content) in damages {
      try folder.write("damaged", Data(content.utf8))
      try expectRefusal(of: ["part-1", "damaged"], in: folder, saying: "damaged: ")
      try expectRefusal(of: ["part-1", "damaged"], in: folder, saying: what)
      try expectRefusal(of: ["part-1", "damaged"], in: folder, saying: "run again --shard 2/2")
    }
  }

  private func expectRefusal(
    of files: [String], in folder: ScratchFolder, saying sentence: String
  ) throws {
    let outcome = try merge(files, in: folder)
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
  }

  #if os(Linux)
    @Test("that are killed or interrupted leave no file")
    func ended() throws {
      let folder = try ScratchFolder()
      defer { folder.remove() }
      let long = Question(runs: 1_000_000_000_000)
      #expect(throws: BuiltProgram.Failure.self) {
        try write(1, of: 2, to: "killed", in: folder, asking: long, signal: SIGKILL)
      }
      let outcome = try write(1, of: 2, to: "interrupted", in: folder, asking: long, signal: SIGINT)
      #expect(outcome.status == 130 && outcome.output.isEmpty)
      #expect(outcome.errors == "error: interrupted; interrupted was not written\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }
  #endif
}
