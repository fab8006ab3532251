import ArgumentParser

@main
struct KernelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nines-kernel",
    abstract: "Nines in notebooks: a kernel of Jupyter's.",
    usage: """
      nines-kernel install
      nines-kernel install --prefix /usr/local
      nines-kernel -f connection.json
      """,
    version: KernelInformation.version,
    subcommands: [RunCommand.self, InstallCommand.self],
    defaultSubcommand: RunCommand.self)
}
