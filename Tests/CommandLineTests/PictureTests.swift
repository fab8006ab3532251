import Foundation
import Testing

/// Pictures in files. What the charts show is tested where they are made.
@Suite("Pictures")
struct PictureTests {
  private static let system = "a = 99%, mttr 1h; b = 99.9%, mttr 1h; s = a & b; "

  @Test("are written to files in the form of their names, beside the answers")
  func forms() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    for name in ["s.svg", "s.json", "s.vl.json"] {
      let outcome = try run(["why s", "--picture", name], in: folder)
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      #expect(outcome.output.contains("b    ") && !outcome.output.contains("<svg"))
    }
    #expect(try folder.text("s.svg").hasPrefix("<svg xmlns="))
    #expect(try folder.text("s.svg").hasSuffix("</svg>\n"))
    #expect(try folder.text("s.json").contains("vega-lite/v5.json"))
    #expect(try folder.text("s.json") == folder.text("s.vl.json"))
  }

  @Test("of one text are numbered")
  func numbers() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let outcome = try run(["why s; s; why b", "--picture", "s.vl.json"], in: folder)
    #expect(outcome.status == 0)
    #expect(try folder.text("s.vl.json").contains("What takes s down?"))
    #expect(try folder.text("s-2.vl.json").contains("What takes b down?"))
    #expect(folder.names == ["s-2.vl.json", "s.vl.json"])
  }

  @Test("stand beside answers as JSON, of the same run")
  func answersAsJSON() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let words = ["simulate s, runs 50; nobody", "--json-file", "s.jsonl", "--picture", "s.svg"]
    let wrong = try run(words, in: folder)
    #expect(wrong.status == 2 && wrong.output.isEmpty)
    #expect(
      try folder.text("s.jsonl").hasPrefix(#"{"schema":1,"kind":"error","code":"unknown-name""#))
    let outcome = try run(["simulate s, runs 50"] + words.dropFirst(), in: folder)
    #expect(outcome.status == 0 && outcome.output.contains("simulated, 50 replications"))
    let line = try folder.text("s.jsonl")
    #expect(line.hasPrefix(#"{"schema":1,"kind":"simulation""#) && line.hasSuffix("}\n"))
    #expect(line.contains(#""replications":50"#) && folder.names == ["s.jsonl", "s.svg"])
    let missing = try run(["s", "--json-file", "missing/s.jsonl"], in: folder)
    #expect(missing.status == 2 && missing.errors.contains("missing/s.jsonl cannot be written"))
  }

  @Test("of answers that have none are told, and nothing is written")
  func none() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let outcome = try run(["s", "--picture", "s.svg"], in: folder)
    #expect(outcome.status == 3)
    #expect(outcome.output.hasPrefix("s\n") && outcome.errors.contains("has no picture"))
    #expect(folder.names.isEmpty)
  }

  @Test("that can't be written are told before the work")
  func unwritable() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let line = ["simulate s, within 1h", "--picture", "missing/s.svg"]
    let outcome = try run(line, in: folder)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors == "error: missing/s.svg cannot be written: No such file or directory\n")
  }

  @Test("that need a program which is missing name its package, before the work")
  func missingPrograms() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let outcome = try run(
      ["simulate s, within 1h", "--picture", "s.png"], in: folder, path: "/nonexistent")
    #expect(outcome.status == 3 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("rsvg-convert is not installed"))
    #expect(outcome.errors.contains("apt-get install librsvg2-bin"))
    let drawing = try draw(["--layout", "dot"], path: "/nonexistent")
    #expect(drawing.status == 3 && drawing.output.isEmpty)
    #expect(drawing.errors.contains("dot is not installed"))
    #expect(drawing.errors.contains("apt-get install graphviz"))
  }

  @Test("of topologies are laid out by nines where Graphviz is missing, with a note")
  func ownLayout() throws {
    let own = try draw(["--layout", "layers"])
    let without = try draw([], path: "/nonexistent")
    #expect(own.status == 0 && own.errors.isEmpty && without.status == 0)
    #expect(without.output == own.output && own.output.hasPrefix("<svg xmlns="))
    #expect(without.errors.hasPrefix("note: dot is not installed"))
  }

  @Test(
    "are laid out by Graphviz and turned into points where these are installed",
    .enabled(if: isInstalled("dot") && isInstalled("rsvg-convert")))
  func otherPrograms() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let drawing = try draw(["--layout", "dot"])
    #expect(drawing.status == 0 && drawing.errors.isEmpty)
    #expect(drawing.output.hasPrefix("<svg class=\"nines-drawing\" role=\"img\""))
    #expect(drawing.output.contains("<title id=\"topology-title\">What does shop depend on?"))
    #expect(drawing.output.contains(">sessions</text>") && !drawing.output.contains("<!--"))
    #expect(try run(["why s", "--picture", "s.png"], in: folder).status == 0)
    let image = try Data(contentsOf: folder.url.appendingPathComponent("s.png"))
    // The signature of PNG (ISO/IEC 15948, 5.2).
    #expect(Array(image.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
  }

  @Test("of 500 components stay legible by groups")
  func large() throws {
    let folder = try ScratchFolder()
    defer { folder.remove() }
    let parts = (1...500).map { "part\($0) = 99.9%, mttr 1h\n" }.joined()
    let all = (1...500).map { "part\($0)" }.joined(separator: " & ")
    try folder.write("large.nines", Data("\(parts)system all = \(all)\n".utf8))
    let outcome = try BuiltProgram.run(
      ["draw", "large.nines", "--to", "dot", "--limit", "20"], folder: folder.url)
    #expect(outcome.status == 0)
    let boxes = outcome.output.split(separator: "\n").filter {
      $0.contains(#/^\s+n\d+ \[label=/#)
    }
    #expect((1...20).contains(boxes.count))
  }

  private static func isInstalled(_ name: String) -> Bool {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  private func run(
    _ words: [String], in folder: ScratchFolder, path: String? = nil
  ) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      [Self.system + words[0]] + words.dropFirst(), folder: folder.url,
      environment: path.map { ["PATH": $0] } ?? [:])
  }

  private func draw(_ words: [String], path: String? = nil) throws -> BuiltProgram.Outcome {
    try BuiltProgram.run(
      ["draw", "shop.nines"] + words, folder: Folder.transcripts,
      environment: path.map { ["PATH": $0] } ?? [:])
  }
}
