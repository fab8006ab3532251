import Foundation
import Testing

@Suite("Files that can't be read")
struct UnreadableFileTests {
  @Test("a missing file")
  func missing() throws {
    try expectRefusal(of: "absent.nines", saying: "absent.nines cannot be read: No such file")
  }

  @Test("a folder")
  func folder() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try FileManager.default.createDirectory(
      at: scratch.file("folder.nines"), withIntermediateDirectories: false)
    try expectRefusal(
      of: scratch.file("folder.nines").path, saying: "cannot be read: Is a directory")
  }

  /// The user that may read everything gets the answer instead.
  @Test("a file without permission")
  func permission() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("secret.nines", Data("lb = 99.9%\n".utf8))
    let path = scratch.file("secret.nines").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    if FileManager.default.isReadableFile(atPath: path) {
      #expect(try BuiltProgram.run([path]).status == 0)
    } else {
      try expectRefusal(of: path, saying: "cannot be read: Permission denied")
    }
  }

  @Test("a path through a file")
  func pathThroughFile() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("lb.nines", Data())
    try expectRefusal(
      of: scratch.file("lb.nines").path + "/inner.nines", saying: "cannot be read: Not a directory")
  }

  @Test("an empty file has nothing to answer")
  func empty() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("empty.nines", Data())
    try expectRefusal(of: scratch.file("empty.nines").path, saying: "nothing to answer")
  }

  @Test("a file with a mistake is named with the line and column")
  func mistake() throws {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    try scratch.write("lb.nines", Data("# the balancer\nlb = 99,9%\n".utf8))
    let path = scratch.file("lb.nines").path
    try expectRefusal(of: path, saying: " --> \(path):2:6\n")
  }

  private func expectRefusal(of path: String, saying sentence: String) throws {
    for arguments in [[path], ["--json", path], ["fmt", path]] {
      let outcome = try BuiltProgram.run(arguments)
      if arguments[0] == "fmt", outcome.status == 0 { continue }
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      if arguments[0] == "--json" {
        #expect(outcome.errors.hasPrefix("{\"schema\":1,\"kind\":\"error\""))
      } else {
        #expect(outcome.errors.hasPrefix("error: "))
        #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
      }
    }
  }
}
