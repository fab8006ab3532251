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
    case svg = "image/svg+xml"
    /// For programs that read notebooks. Not `application/json`: JupyterLab would show that rather than
    /// HTML, as a folded tree.
    case answer = "application/vnd.nines.answer+json"
    /// A picture's specification for Vega-Lite, for such programs too. Not by Vega-Lite's own type: VS
    /// Code would show that rather than HTML, without the answer's figures.
    case vegaLite = "application/vnd.nines.vegalite.v5+json"
  }

  /// The forms of an answer. What it looks like stands above its figures, where there is a picture of
  /// it: a page has the room. `identifier` is what the picture's parts are known by in the page.
  init(_ answer: ShownAnswer, identifier: String) {
    self.init(answer.report(), answer, identifier: identifier)
    add(.answer, answer.json())
  }

  /// The forms without the answer itself. A line about a definition has no picture.
  private init(_ report: Report, _ answer: ShownAnswer, identifier: String) {
    guard !answer.isBrief else {
      self.init(report)
      return
    }
    let shown = answer.picture()
    if let picture = CellPicture(shown, identifier: identifier) {
      self.init(report, below: picture, inText: answer.isPicture)
    } else {
      self.init(Report(report.blocks + Self.reason(shown, answer)))
    }
  }

  /// Why a picture that was asked for is missing.
  private static func reason(_ picture: Picture, _ answer: ShownAnswer) -> [Report.Block] {
    guard answer.isPicture, case .none(let reason) = picture else { return [] }
    return [.sentence("no picture: \(reason)")]
  }

  /// Without Markdown, in which a picture would be missing: some front ends like it better than SVG.
  /// Text has the picture only where that was asked for.
  private init(_ report: Report, below picture: CellPicture, inText: Bool) {
    forms = []
    let plot = inText ? picture.text(width: Self.width).map { $0 + "\n" } ?? "" : ""
    add(.text, .string(plot + report.text(width: Self.width)))
    add(.html, .string(picture.html + "\n" + HTMLFragment(report).text))
    add(.svg, .string(picture.svg))
    if let specification = picture.vegaLite { add(.vegaLite, specification) }
  }

  /// The forms of a report without a picture.
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
