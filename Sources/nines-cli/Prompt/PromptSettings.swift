import Evaluation
import Nines

/// What `set` changes at the prompt: how answers are shown.
struct PromptSettings {
  private var form: AnswerForm
  private var colour: StreamStyle.Colour
  private var width: Int?
  private var cutSetOrder: Int?
  private var picture: PictureFile?
  private let table = StreamSink(.csv)

  /// The settings that the command line asks for.
  init(_ options: OutputOptions, cutSetOrder: Int?) {
    (form, colour, width) = (options.form, options.color, options.width)
    self.cutSetOrder = cutSetOrder
    picture = try? options.pictureFile
  }

  /// How text is set now: a terminal may have been resized.
  var style: StreamStyle { StreamStyle(colour: colour, width: width) }

  /// An evaluator that shows its answers so.
  ///
  /// Tables for a spreadsheet go on from one entry to the next: those with the same columns share
  /// their header.
  func evaluator(_ interruption: Interruption) -> Evaluator {
    Evaluator(
      sink: form == .csv && picture == nil ? table : StreamSink(form, style, picturesIn: picture),
      cutSetOrder: cutSetOrder,
      interruption: interruption)
  }

  /// The names of all settings.
  static let names = Setting.allCases.map(\.rawValue)

  private enum Setting: String, CaseIterable {
    case format, color, width, picture
    case cutSets = "cut-sets"
  }

  /// A line for each setting.
  var lines: [String] {
    [
      "format \(form.rawValue)", "color \(colour.rawValue)",
      "width \(width.map(String.init) ?? "auto")", "picture \(picture?.path ?? "none")",
      "cut-sets \(cutSetOrder.map(String.init) ?? "none")",
    ]
  }

  /// Changes a setting; the sentence that says what it takes where `value` is none of that.
  mutating func set(_ name: String, to value: String?) -> String? {
    guard let setting = Setting(rawValue: name) else { return "nothing to set is called '\(name)'" }
    switch setting {
    case .format: return setForm(value)
    case .color: return Self.choose(&colour, value, name)
    case .width:
      return Self.count(&width, value, 20...10_000, unless: "auto", "width takes columns")
    case .picture: return setPicture(value)
    case .cutSets:
      return Self.count(
        &cutSetOrder, value, 1...12, unless: "none", "cut-sets takes a number of components")
    }
  }

  /// Forms of pictures alone would leave a prompt mute.
  private mutating func setForm(_ value: String?) -> String? {
    let forms = Self.forms
    guard let form = value.flatMap(AnswerForm.init(rawValue:)), forms.contains(form) else {
      let words = forms.map(\.rawValue).joined(separator: ", ")
      return "format takes one of \(words); `set picture shop.svg` writes pictures"
    }
    self.form = form
    return nil
  }

  /// The forms that a prompt can show.
  static let forms = AnswerForm.allCases.filter { !$0.isPicture }

  private mutating func setPicture(_ value: String?) -> String? {
    guard let value else { return "picture takes a file, such as shop.svg, or none" }
    do throws(InputError) {
      let file = value == "none" ? nil : try PictureFile(value)
      if let obstacle = file?.obstacle { return obstacle.description }
      picture = file
      return nil
    } catch {
      return error.description
    }
  }

  private static func choose<Choice: CaseIterable & RawRepresentable>(
    _ setting: inout Choice, _ value: String?, _ name: String
  ) -> String? where Choice.RawValue == String {
    guard let choice = value.flatMap(Choice.init(rawValue:)) else {
      let choices = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      return "\(name) takes one of \(choices)"
    }
    setting = choice
    return nil
  }

  private static func count(
    _ setting: inout Int?, _ value: String?, _ range: ClosedRange<Int>, unless word: String,
    _ what: String
  ) -> String? {
    if value == word {
      setting = nil
      return nil
    }
    guard let number = value.flatMap({ Int($0) }), range.contains(number) else {
      return "\(what) from \(range.lowerBound) to \(range.upperBound), or \(word)"
    }
    setting = number
    return nil
  }
}
