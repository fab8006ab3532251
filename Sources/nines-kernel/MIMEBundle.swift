import Evaluation
import Nines

/// An answer in every form that a front end may show; it takes the one it likes best.
struct MIMEBundle {
  /// The forms by their media types.
  private(set) var forms: [JSONValue.Member]

  /// The columns of plain text.
  private static let width = 100

  /// Media types of the forms.
  enum MediaType: String {
    case text = "text/plain"
    case html = "text/html"
    case markdown = "text/markdown"
    /// For programs that read notebooks. Not `application/json`: JupyterLab would show that rather than
    /// HTML, as a folded tree.
    case answer = "application/vnd.nines.answer+json"
  }

  /// The forms of an answer, without pictures: those belong in a bundle of their own, since front ends
  /// show HTML rather than SVG or Vega-Lite beside it.
  init(_ answer: ShownAnswer) {
    let report = answer.report()
    self.init(report)
    add(.answer, answer.json())
  }

  /// The forms of a report.
  init(_ report: Report) {
    forms = []
    add(.text, .string(report.text(width: Self.width)))
    add(.html, .string(HTMLFragment(report).text))
    add(.markdown, .string(report.markdown))
  }

  private mutating func add(_ type: MediaType, _ value: JSONValue) {
    forms.append(.init(key: type.rawValue, value: value))
  }

  /// The bundle as messages hold it.
  var json: JSONValue { .object(forms) }
}
