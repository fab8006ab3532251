import ArgumentParser
import Evaluation

/// Prints the result of a simulation that ran in parts.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Merge the parts of a simulation that --shard wrote.",
    usage: "nines merge part-1 part-2",
    discussion: "The result is that of the whole simulation, to the last digit.")

  @OptionGroup var output: OutputOptions

  @Argument(help: "The files of all parts, in any order.", completion: .file())
  var files: [String]

  func run() throws {
    let sink = try output.sink
    let status = Evaluator(sink: sink).merge(files: files).worse(sink.status)
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}
