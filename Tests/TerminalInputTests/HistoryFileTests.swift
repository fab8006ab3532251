import Foundation
import Testing

@testable import TerminalInput

/// The file itself, without a terminal.
@Suite("The history file")
struct HistoryFileTests {
  private func with(_ test: (_ folder: URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try test(folder)
  }

  private func permissions(_ url: URL) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
  }

  @Test(
    "entries of any characters come back, one a line",
    arguments: [
      "plain", "two\nlines", "back\\slash", "\\n is no line end", "a\r\nb", "zürich \\", "",
    ])
  func escaping(entry: String) {
    let line = HistoryLine.text(entry)
    #expect(!line.contains(0x0A) && !line.contains(0x0D))
    #expect(HistoryLine.entry(line[...]) == entry)
  }

  @Test("a backslash that escapes nothing stands for itself")
  func unescaped() {
    #expect(HistoryLine.entry(Array("a\\b \\".utf8)[...]) == "a\\b \\")
  }

  @Test(
    "the place follows the XDG Base Directory Specification, which ignores relative paths",
    arguments: [
      ("/state", "/home/x", "/state/nines/history"),
      ("state", "/home/x", "/home/x/.local/state/nines/history"),
      ("", "/home/x", "/home/x/.local/state/nines/history"),
      (nil, "/home/x", "/home/x/.local/state/nines/history"),
      ("/state", nil, "/state/nines/history"),
    ] as [(String?, String?, String)])
  func place(state: String?, home: String?, expected: String) throws {
    let file = try HistoryFile.standard(program: "nines", state: state, home: home)
    #expect(file.path == expected)
  }

  @Test("without a home the history has no place", arguments: [nil, "", "relative"] as [String?])
  func noPlace(home: String?) {
    #expect(throws: HistoryFailure.noHome) {
      try HistoryFile.standard(program: "nines", state: nil, home: home)
    }
  }

  @Test("file and folders are made for their owner alone")
  func made() throws {
    try with { folder in
      let path = folder.appendingPathComponent("a/b/history")
      let file = HistoryFile(path: path.path)
      #expect(try file.load() == [])
      try file.append("first")
      try file.append("second\nline")
      #expect(try file.load() == ["first", "second\nline"])
      #expect(try permissions(path) == 0o600)
      #expect(try permissions(folder.appendingPathComponent("a/b")) == 0o700)
      #expect(try permissions(folder.appendingPathComponent("a")) == 0o700)
    }
  }

  @Test("the last 2,000 entries are loaded, and a file of twice as many is shortened to them")
  func shortened() throws {
    try with { folder in
      let path = folder.appendingPathComponent("history")
      let file = HistoryFile(path: path.path)
      let lines = (1...4_001).map { "entry \($0)" }
      try Data((lines.dropLast().joined(separator: "\n") + "\n").utf8).write(to: path)
      #expect(try file.load() == Array(lines[2_000..<4_000]))
      #expect(try String(contentsOf: path, encoding: .utf8).hasPrefix("entry 1\n"))
      try file.append(lines[4_000])
      #expect(try file.load() == Array(lines.suffix(2_000)))
      #expect(try String(contentsOf: path, encoding: .utf8).hasPrefix("entry 2002\n"))
      #expect(try permissions(path) == 0o600)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["history"])
    }
  }

  @Test("entries of several prompts don't mix")
  func shared() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = HistoryFile(path: folder.appendingPathComponent("history").path)
    try file.append("start")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for name in ["a", "b", "c"] {
        group.addTask {
          for _ in 0..<100 { try file.append(String(repeating: name, count: 3_000)) }
        }
      }
      try await group.waitForAll()
    }
    let entries = try file.load()
    #expect(entries.count == 301)
    #expect(entries.dropFirst().allSatisfy { $0.count == 3_000 && Set($0).count == 1 })
  }

  @Test("bytes that are no text, and a last line without an end, are read")
  func damaged() throws {
    try with { folder in
      let path = folder.appendingPathComponent("history")
      try (Data("good\n".utf8) + Data([0xFF, 0x0A]) + Data("cut off".utf8)).write(to: path)
      #expect(try HistoryFile(path: path.path).load() == ["good", "\u{FFFD}", "cut off"])
    }
  }

  @Test("what is no file is refused with a sentence, and a pipe doesn't make it wait")
  func refused() throws {
    try with { folder in
      let failure = #expect(throws: HistoryFailure.self) {
        try HistoryFile(path: folder.path).load()
      }
      #expect(failure == .noFile(path: folder.path))
      let pipe = folder.appendingPathComponent("pipe").path
      #expect(mkfifo(pipe, 0o600) == 0)
      #expect(throws: HistoryFailure.noFile(path: pipe)) { try HistoryFile(path: pipe).load() }
      let below = folder.appendingPathComponent("file/history").path
      try Data().write(to: folder.appendingPathComponent("file"))
      let unwritable = #expect(throws: HistoryFailure.self) {
        try HistoryFile(path: below).append("entry")
      }
      #expect(unwritable?.description.contains("'\(below)' can't be written") == true)
    }
  }

  @Test("a link to the null device keeps nothing and is no failure")
  func nullDevice() throws {
    let file = HistoryFile(path: "/dev/null")
    try file.append("entry")
    #expect(try file.load() == [])
  }
}
