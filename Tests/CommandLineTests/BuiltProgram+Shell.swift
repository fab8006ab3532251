import Foundation

extension BuiltProgram {
  /// What a shell shows of a line in which the program is called `nines`, errors included, and its
  /// status. Throws where it takes longer than `limit` seconds.
  static func shell(
    _ line: String, in folder: URL? = nil, environment: [String: String] = [:], limit: Double = 60
  ) throws -> (output: String, status: Int32) {
    let scratch = try ScratchFolder()
    defer { scratch.remove() }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; \(line)"]
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let programs = try url().deletingLastPathComponent().path
    process.environment = ["PATH": "\(programs):\(path)"].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    let output = try scratch.writing("output")
    defer { try? output.close() }
    process.standardOutput = output
    try LimitedProcess(process).wait(limit: limit)
    return (try scratch.text("output"), process.terminationStatus)
  }
}
