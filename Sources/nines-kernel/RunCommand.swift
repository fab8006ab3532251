import ArgumentParser
import Evaluation
import JupyterMessaging

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Answers a front end's cells until it says that it ends, or is gone.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Answer the cells of a notebook (the default).",
    discussion: "Front ends such as JupyterLab start this with the connection file they wrote.")

  @Option(
    name: [.customShort("f"), .customLong("connection-file")],
    help: "The connection file of the front end.", completion: .file())
  var connectionFile: String

  func run() throws {
    do {
      let file = try ConnectionFile(try FileReading.bytes(of: connectionFile))
      try KernelProcess(file).run()
      // At once: another thread may still simulate.
      _exit(ExitStatus.answered.rawValue)
    } catch {
      StandardError.print("error: \(error)")
      throw ExitCode(ExitStatus.wrongInput.rawValue)
    }
  }
}
