import Foundation
import TerminalScreens

/// The program that was built along with the tests, run as a process of its own.
enum BuiltProgram {
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
    let seconds: Double
  }

  enum Failure: Error {
    case notBuilt
    case tooSlow(seconds: Double)
    case crashed(signal: Int32, errors: String)
  }

  /// Runs the program to its end; throws when it crashes or takes longer than `limit` seconds.
  ///
  /// Standard input and both outputs are files: a pipe that nobody empties would stop a program
  /// that prints much. They are closed here, since a `Process` keeps its streams open after its end, and
  /// those of thousands of runs are more than a process may hold. Standard error can be sent to `errors`
  /// instead. `environment` comes on top of the tests' own, but for what it says about colours. `signal` is sent once the program listens to
  /// Ctrl-C.
  static func run(
    _ arguments: [String], input: Data = Data(), folder: URL? = nil,
    errors stream: FileHandle? = nil, environment: [String: String] = [:], signal: Int32? = nil,
    limit: Double = 60
  ) throws -> Outcome {
    let program = try url()
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = testers.merging(environment) { $1 }
    process.currentDirectoryURL = folder ?? scratch.url
    let streams = [
      try scratch.reading("input", holding: input), try scratch.writing("output"),
      try scratch.writing("errors"),
    ]
    defer { for file in streams { try? file.close() } }
    process.standardInput = streams[0]
    process.standardOutput = streams[1]
    process.standardError = stream ?? streams[2]
    let seconds = try finish(process, signal, limit: limit)
    let errors = try scratch.text("errors")
    guard process.terminationReason == .exit else {
      throw Failure.crashed(signal: process.terminationStatus, errors: errors)
    }
    return Outcome(
      status: process.terminationStatus, output: try scratch.text("output"), errors: errors,
      seconds: seconds)
  }

  /// Where the program is. Throws where it was not built.
  static func url() throws -> URL {
    guard let program else { throw Failure.notBuilt }
    return program
  }

  /// The tester's environment without the colours that the tester likes.
  private static let testers = ProcessInfo.processInfo.environment.filter {
    !["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"].contains($0.key)
  }

  private static func finish(
    _ process: Process, _ signal: Int32?, limit: Double
  ) throws -> Double {
    let start = Date()
    let limited = try LimitedProcess(process)
    if let signal {
      while process.isRunning, !listensToInterruption(process) { usleep(1_000) }
      kill(process.processIdentifier, signal)
    }
    try limited.wait(limit: limit)
    return Date().timeIntervalSince(start)
  }

  /// True when the process has a handler for SIGINT, signal 2, by Linux's own account.
  private static func listensToInterruption(_ process: Process) -> Bool {
    let file = "/proc/\(process.processIdentifier)/status"
    guard let status = try? String(contentsOfFile: file, encoding: .utf8) else { return false }
    let line = status.split(separator: "\n").first { $0.hasPrefix("SigCgt:") }
    let digits = line?.split(separator: "\t").last ?? ""
    return (UInt64(digits, radix: 16) ?? 0) & 0b10 != 0
  }

  /// Beside the test bundle, or else where the package manager puts it.
  private static let program = BuiltExecutable.path(of: "nines", besides: [packageBuild])
    .map { URL(fileURLWithPath: $0) }

  private static var packageBuild: URL {
    #if DEBUG
      let configuration = "debug"
    #else
      let configuration = "release"
    #endif
    let package = Folder.tests.deletingLastPathComponent().deletingLastPathComponent()
    return package.appendingPathComponent(".build").appendingPathComponent(configuration)
  }
}
