import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  @Test("shows what its commands print")
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
  }

  /// A text that is shown by `cat` and isn't among the examples is the reader's own: it is made.
  private func check(_ command: ReadmeCommand, in folder: URL) throws {
    if command.line.hasPrefix("cat "), !command.line.contains("Examples/") {
      let file = folder.appendingPathComponent(String(command.line.dropFirst(4)))
      let text = command.shown.joined(separator: "\n") + "\n"
      return try text.write(to: file, atomically: true, encoding: .utf8)
    }
    let output = try Self.shell(command.line, in: folder)
    #expect(command.matches(output), "\(command.line)\n\(output)")
  }

  /// What a shell shows of a command, errors included.
  private static func shell(_ line: String, in folder: URL) throws -> String {
    let program = try BuiltProgram.url()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; \(line)"]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": "\(program.deletingLastPathComponent().path):\(path)"]
    process.standardInput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: output, as: UTF8.self)
  }
}
