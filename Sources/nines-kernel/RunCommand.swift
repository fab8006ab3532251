import ArgumentParser
import Evaluation
import JupyterMessaging

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
    } catch {
      StandardError.print("error: \(error)")
      throw ExitCode(ExitStatus.wrongInput.rawValue)
    }
  }
}
