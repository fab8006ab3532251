import ArgumentParser
import Evaluation

/// Tells front ends where the kernel is. Needs no Python.
struct InstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Make the kernel known to Jupyter.",
    usage: """
      nines-kernel install
      nines-kernel install --prefix /usr/local
      nines-kernel install --name nines-next
      """)

  @Flag(help: "For you alone (the default).")
  var user = false

  @Option(
    help: "For all who use this prefix: /usr/local, or a virtual environment's folder.",
    completion: .directory)
  var prefix: String?

  @Option(help: "What notebooks call the kernel.")
  var name = "nines"

  func validate() throws {
    guard !(user && prefix != nil) else {
      throw ValidationError("--user and --prefix contradict each other")
    }
    guard prefix != "" else {
      throw ValidationError("--prefix takes a folder; without it the kernel is for you alone")
    }
    // The names that jupyter_client takes, but those of folders.
    guard name.contains(where: { $0 != "." }), name.allSatisfy(Self.isOfName) else {
      throw ValidationError(
        "--name takes letters of English, digits, dots, hyphens and underscores")
    }
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "._-".contains(character))
  }

  func run() throws {
    do throws(InputError) {
      let folder = try KernelSpecification(name: name).install(in: dataFolder())
      StandardOutput.print("kernel '\(name)' is installed in \(folder)")
    } catch {
      StandardError.print("error: \(error)")
      throw ExitCode(ExitStatus.wrongInput.rawValue)
    }
  }

  private func dataFolder() throws(InputError) -> String {
    if let prefix { return "\(prefix)/share/jupyter" }
    guard let folder = JupyterFolder.ofUser else {
      throw .unwritable("kernel.json", reason: "HOME is not set; name a folder by --prefix")
    }
    return folder
  }
}
