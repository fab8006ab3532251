import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  /// Some of its simulations are decided in the time that they have when the program is optimised, and
  /// it fits a log, which needs the GNU Scientific Library.
  @Test("shows what its commands print", .enabled(if: Self.isWhole))
  func commands() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try FileManager.default.createSymbolicLink(
      at: scratch.url.appendingPathComponent("Examples"),
      withDestinationURL: Folder.package.appendingPathComponent("Examples"))
    let commands = try Readme.sessions(mark: "$ ").flatMap(\.self)
    #expect(commands.count >= 14)
    for command in commands where command.line != "nines" {
      try check(command, in: scratch.url)
    }
    let page = Folder.package.appendingPathComponent("Documentation/month.svg")
    #expect(try scratch.text("month.svg") == String(contentsOf: page, encoding: .utf8))
  }

  private static var isWhole: Bool {
    #if DEBUG || !GSL
      false
    #else
      true
    #endif
  }

  /// A text that is shown by `cat` and isn't among the examples is the reader's own: it is made.
  private func check(_ command: ReadmeCommand, in folder: URL) throws {
    if command.line.hasPrefix("cat "), !command.line.contains("Examples/") {
      let file = folder.appendingPathComponent(String(command.line.dropFirst(4)))
      let text = command.shown.joined(separator: "\n") + "\n"
      return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let output = try BuiltProgram.shell(command.line, in: folder).output
    #expect(command.matches(output), "\(command.line)\n\(output)")
  }
}
