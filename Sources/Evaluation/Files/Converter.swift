import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program beside this one that reads and writes documents; it reports its own errors.
package enum Converter {
  /// The canonical text of a document's topology.
  package static func text(of file: String, wantsJSON: Bool) throws(InputError) -> [UInt8] {
    let pipe = try openPipe()
    defer { close(pipe.read) }
    let arguments = (wantsJSON ? ["--json"] : []) + ["--", file]
    let process = ChildProcess(
      program, arguments, streams: [(pipe.write, STDOUT_FILENO)], closing: [pipe.read],
      inheritingEnvironment: false)
    close(pipe.write)
    guard let process else { throw .noConverter }
    let text = try FileReading.bytes(from: pipe.read, name: file)
    guard process.wait() else { throw .reported }
    return text
  }

  /// Prints a canonical text as YAML, on standard output.
  package static func printYAML(of text: String) throws(InputError) {
    let pipe = try openPipe()
    let process = ChildProcess(
      program, streams: [(pipe.read, STDIN_FILENO)], closing: [pipe.write],
      inheritingEnvironment: false)
    close(pipe.read)
    if process != nil { FileWriting.write(Array(text.utf8), to: pipe.write) }
    close(pipe.write)
    guard let process else { throw .noConverter }
    guard process.wait() else { throw .reported }
  }

  private static var program: String { SiblingProgram.path(of: "nines-convert") }

  private static func openPipe() throws(InputError) -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .noConverter }
    return (ends[0], ends[1])
  }
}
