import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A program of another package that is used where it is installed: bytes in, bytes out.
package struct OtherProgram: Sendable, Hashable {
  /// What it is called on the path.
  package let name: String
  /// The package that holds it, for `apt-get install`.
  package let package: String
  /// The same for `brew install`.
  package let formula: String

  /// Makes images of SVG.
  package static let rsvgConvert = OtherProgram(
    name: "rsvg-convert", package: "librsvg2-bin", formula: "librsvg")
  /// Lays graphs out.
  package static let dot = OtherProgram(name: "dot", package: "graphviz", formula: "graphviz")

  /// True where a folder of the path holds it.
  package var isInstalled: Bool {
    let folders = (EnvironmentVariable.value(of: "PATH") ?? "").split(separator: ":")
    return folders.contains { access("\($0)/\(name)", X_OK) == 0 }
  }

  /// What the program makes of `input`. Throws ``InputError/noProgram(_:)`` where it isn't installed, and
  /// ``InputError/programFailed(_:)``.
  package func output(
    of input: [UInt8], _ arguments: [String] = []
  ) throws(InputError) -> [UInt8] {
    let file = try Self.file(holding: input)
    defer { close(file) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw .programFailed(self) }
    defer { close(ends[0]) }
    let process = ChildProcess(
      name, arguments, streams: [(file, STDIN_FILENO), (ends[1], STDOUT_FILENO)],
      closing: [ends[0]], inheritingEnvironment: true)
    close(ends[1])
    guard let process else { throw .noProgram(self) }
    let output = try FileReading.bytes(from: ends[0], name: name)
    guard process.wait() else { throw .programFailed(self) }
    return output
  }

  /// An SVG as PNG, twice as many points as it has pixels. Throws as ``output(of:_:)``.
  static func image(of svg: [UInt8]) throws(InputError) -> [UInt8] {
    try rsvgConvert.output(of: svg, ["--zoom", "2"])
  }

  /// A file without a name: unlike a pipe it takes all at once, whatever becomes of its reader.
  private static func file(holding input: [UInt8]) throws(InputError) -> Int32 {
    guard let stream = tmpfile() else { throw unwritable }
    defer { fclose(stream) }
    let file = dup(fileno(stream))
    guard file >= 0, FileWriting.write(input, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      let error = unwritable
      close(file)
      throw error
    }
    return file
  }

  private static var unwritable: InputError {
    .unwritable("a temporary file", reason: String(cString: strerror(errno)))
  }
}
