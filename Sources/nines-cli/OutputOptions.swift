import ArgumentParser
import Evaluation

/// The flags that every command has that prints answers.
struct OutputOptions: ParsableArguments {
  @Option(help: "How answers are written: text, json, csv, markdown, svg or vega-lite.")
  var format: AnswerForm?

  @Flag(help: "The same as --format json: answers and errors as JSON, one object a line.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Colours: auto, always or never.",
      discussion: "auto means on terminals; NO_COLOR and CLICOLOR_FORCE are honoured."))
  var color: StreamStyle.Colour = .auto

  @Option(
    help: ArgumentHelp(
      "Break lines at this column, from 20.",
      discussion: "Without it a terminal's width is taken, and files have lines of any length."))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "Write the pictures of answers to a file too.",
      discussion: "As .svg, .png (by rsvg-convert) or .json (Vega-Lite); the second is FILE-2.",
      valueName: "file"),
    completion: .file(extensions: ["svg", "png", "json"]))
  var picture: String?

  @Option(
    name: .customLong("json-file"),
    help: "Write answers and errors as JSON to a file too, one object a line.",
    completion: .file())
  var answerFile: String?

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) contradict each other")
    }
    if let width, !(20...10_000).contains(width) {
      throw ValidationError("--width takes a number of columns from 20 to 10000")
    }
    _ = try pictureFile
  }

  /// The form that is asked for.
  var form: AnswerForm { format ?? (json ? .json : .text) }

  /// Where pictures go; nil where none are written.
  var pictureFile: PictureFile? {
    get throws {
      guard let picture else { return nil }
      do throws(InputError) {
        return try PictureFile(picture)
      } catch {
        throw ValidationError("--picture \(error.description)")
      }
    }
  }

  /// True where none of the flags is given.
  var isPlain: Bool {
    format == nil && !json && color == .auto && width == nil && picture == nil
      && answerFile == nil
  }

  /// Where answers go; ends the program where a picture can't be written.
  var sink: StreamSink {
    get throws {
      let style = StreamStyle(colour: color, width: width)
      do throws(InputError) {
        let file = try picture.map { name throws(InputError) in try PictureFile(name) }
        if let obstacle = file?.obstacle { throw obstacle }
        let answers = try answerFile.map { name throws(InputError) in try AnswerFile(name) }
        return StreamSink(form, style, picturesIn: file, answersIn: answers)
      } catch {
        Evaluator(sink: StreamSink(form, style)).complain(error)
        throw ExitCode(error.status.rawValue)
      }
    }
  }
}

extension AnswerForm: ExpressibleByArgument {}
extension StreamStyle.Colour: ExpressibleByArgument {}
