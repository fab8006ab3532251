import ArgumentParser
import Evaluation
import Nines

/// Draws a topology.
struct DrawCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draw a topology: what depends on what, and where it stands.",
    usage: """
      nines draw shop.nines -o shop.svg
      nines draw shop.nines order -o order.png
      nines draw shop.nines --to mermaid
      """,
    discussion: """
      Without --output it is written to standard output. SVG and PNG are laid out by Graphviz where \
      that is installed, else by nines itself; PNG takes rsvg-convert. Parts that are alike are drawn \
      as one where there are more than --limit. Exit status: 0 drawn, 2 the input is wrong or a file \
      can't be written, 3 a program is missing.
      """)

  @Option(
    help: "The form: svg, png, dot, d2 or mermaid; without it what --output ends in, or svg.")
  var to: DrawingForm?

  @Option(
    name: .shortAndLong, help: "The file to write.",
    completion: .file(extensions: ["svg", "png", "dot", "gv", "d2", "mmd"]))
  var output: String?

  @Option(help: "Who lays it out: auto, dot or layers (nines itself).")
  var layout: DrawingLayout?

  @Option(help: "How many boxes are drawn at most, from 12.")
  var limit = TopologyDrawing.usualLimit

  @Argument(
    help: "A file; - is standard input.",
    completion: .file(extensions: ["nines", "json", "yaml", "yml"]))
  var file: String

  @Argument(
    help:
      "What is drawn, with all that it depends on; without it the systems, or what nothing else uses."
  )
  var name: String?

  func validate() throws {
    let form = try self.form
    guard (12...10_000).contains(limit) else {
      throw ValidationError("--limit takes a number of boxes from 12 to 10000")
    }
    if let layout, form != .svg, form != .png {
      throw ValidationError(
        "--layout \(layout.rawValue) is for svg and png; \(form.rawValue) has no places")
    }
    if form == .png, output == nil, StandardOutput.isTerminal {
      throw ValidationError("a terminal shows no PNG; write a file, as in -o shop.png")
    }
  }

  private var form: DrawingForm {
    get throws {
      if let to { return to }
      guard let output else { return .svg }
      guard let form = DrawingForm(file: output) else {
        throw ValidationError(
          "\(output): drawings are written as \(DrawingForm.endings), or as --to says")
      }
      return form
    }
  }

  func run() throws {
    let request = DrawingRequest(
      of: file, name: name, as: try form, to: output, layout: layout ?? .auto, limit: limit)
    let status = Evaluator(sink: StreamSink(.text)).draw(request)
    if status != .answered { throw ExitCode(status.rawValue) }
  }
}

extension DrawingForm: ExpressibleByArgument {}
extension DrawingLayout: ExpressibleByArgument {}
