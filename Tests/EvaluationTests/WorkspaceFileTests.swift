import Evaluation
import Foundation
import Nines
import Testing

@Suite("Files of a workspace")
struct WorkspaceFileTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("nines-\(UUID().uuidString)")

  private func path(_ name: String) throws -> String {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder.appendingPathComponent(name).path
  }

  private func remove() { try? FileManager.default.removeItem(at: folder) }

  @Test("hold what was defined, and give it back")
  func roundTrip() async throws {
    defer { remove() }
    let file = try path("shop.nines")
    var talk = await Conversation("web = 99.9%", "shop = web & 99%", "save \(file)")
    #expect(talk.shown == "2 definitions saved in \(file)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "web = 99.9%\nshop = web & 99%\n")
    talk = await Conversation("web = 98%", "load \"\(file)\"")
    #expect(talk.workspace.definitions.text == "web = 99.9%\nshop = web & 99%\n")
    await talk.say("undo")
    #expect(talk.workspace.definitions.text == "web = 98%\n")
  }

  @Test("are written over only where they are known or that is said")
  func overwriting() async throws {
    defer { remove() }
    let file = try path("mine.nines")
    try "mine = 1%\n".write(toFile: file, atomically: true, encoding: .utf8)
    var talk = await Conversation("a = 99%", "save \(file)")
    #expect(talk.refusal?.contains("save over \(file)") == true)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine = 1%\n")
    await talk.say("save over \(file)")
    #expect(talk.status == .answered)
    await talk.say("b = 98%")
    await talk.say("save")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "a = 99%\nb = 98%\n")
  }

  @Test("of which only a part is here, documents and links are kept")
  func partial() async throws {
    defer { remove() }
    let file = try path("mine.nines")
    try "mine = 1%\n".write(toFile: file, atomically: true, encoding: .utf8)
    var talk = await Conversation("a = 99%", "load \(file)", "save")
    #expect(talk.refusal?.contains("holds what isn't here") == true)
    await talk.say("save \(try path("x.json"))")
    #expect(talk.refusal?.contains("`save` writes the language") == true)
    let link = try path("link.nines")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    await talk.say("save over \(link)")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "a = 99%\nmine = 1%\n")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
  }

  @Test("leave their questions out, and say so")
  func questions() async throws {
    defer { remove() }
    let file = try path("asking.nines")
    try "a = 99%\ncheck a 99% per year\n# the end\n".write(
      toFile: file, atomically: true, encoding: .utf8)
    var talk = await Conversation("load \(file)")
    #expect(talk.shown.contains("1 definition loaded"))
    #expect(talk.shown.contains("check a 99% per year"))
    await talk.say("set a.availability 98%")
    await talk.say("save")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8)
        == "a = 98%\ncheck a 99% per year\n# the end\n")
    await talk.say("undo")
    await talk.say("undo")
    await talk.say("save")
    #expect(talk.refusal == "`save` takes a file: `save shop.nines`")
  }

  @Test("are refused where they are missing or wrong, with their own places")
  func wrong() async throws {
    defer { remove() }
    let file = try path("wrong.nines")
    try "a = 99%\nb = a & c\n".write(toFile: file, atomically: true, encoding: .utf8)
    var talk = await Conversation("x = 99%", "load \(file)")
    guard case .refusal(let diagnostic, let source)? = talk.sink.complaints.last else {
      Issue.record("no refusal")
      return
    }
    #expect(source.name == file)
    #expect(source.position(of: diagnostic.span.offset).line == 2)
    await talk.say("load \(file).none")
    #expect(talk.refusal?.contains("cannot be read") == true)
    await talk.say("save /proc/none/x.nines")
    #expect(talk.refusal?.contains("cannot be written") == true)
    #expect(talk.workspace.definitions.names == ["x"])
  }

  @Test("are no folders, over which nothing can be written")
  func folders() async throws {
    defer { remove() }
    let folder = try path("x.nines")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for word in ["save", "save over"] {
      let talk = await Conversation("a = 99%", "\(word) \(folder)")
      #expect(talk.refusal == "\(folder) cannot be written: Is a directory")
    }
  }

  @Test("that a text names are looked for beside it")
  func observations() async throws {
    defer { remove() }
    let file = try path("fit.nines")
    try "hours\n1h\n2h\n3h\n".write(
      toFile: try path("repairs.csv"), atomically: true, encoding: .utf8)
    try "law slow = empirical(\"repairs.csv\")\na = 99%, mttr slow\n"
      .write(toFile: file, atomically: true, encoding: .utf8)
    var talk = await Conversation("load \(file)")
    #expect(talk.status == .answered)
    await talk.say("a")
    #expect(talk.status == .answered)
  }

  @Test("of an editor take the place of everything, or change nothing")
  func editor() async {
    var talk = await Conversation("a = 99%", "b = 98%")
    var workspace = talk.workspace
    let sink = RecordingSink()
    var status = await workspace.replaceAll(
      with: "a = 97%\n", called: "x", Evaluator(sink: sink))
    #expect(status == .answered)
    #expect(workspace.definitions.text == "a = 97%\n")
    status = await workspace.replaceAll(with: "a = 9..", called: "x", Evaluator(sink: sink))
    #expect(status == .wrongInput)
    #expect(workspace.definitions.text == "a = 97%\n")
    await talk.say("list")
    #expect(talk.shown == "a = 99%\nb = 98%")
  }
}
