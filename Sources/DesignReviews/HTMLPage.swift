import Mustache
import Nines

/// Writes a review as one page that needs nothing else: no script, no network, at most 150 kB.
struct HTMLPage {
  /// What a page has at most, in bytes.
  static let limit = 150_000

  /// What is spared where a page would be too long.
  private struct Economy {
    /// The widths of pictures in pixels, one or two, the wide one first.
    let widths: [Double]
    /// How many pictures are drawn.
    let figures: Int
    /// How many bytes of the text are shown.
    let listing: Int
  }

  private static let economies = [
    Economy(widths: [702, 398], figures: .max, listing: .max),
    Economy(widths: [440], figures: .max, listing: 60_000),
    Economy(widths: [440], figures: 8, listing: 30_000),
    Economy(widths: [440], figures: 3, listing: 10_000),
  ]

  private let review: DesignReview
  private let economy: Economy

  /// The page, of what fits on it.
  static func text(_ review: DesignReview) -> String {
    var page = ""
    for economy in economies {
      page = HTMLPage(review: review, economy: economy).text
      if page.utf8.count <= limit { break }
    }
    return page
  }

  private var text: String {
    guard let template = try? MustacheTemplate(string: HTMLTemplate.page) else {
      preconditionFailure("the template is part of the program, and tested")
    }
    return template.render(view)
  }

  private var view: PageView {
    var figures = 0
    let sections = review.sections.map { section in
      PageView.SectionView(
        identifier: section.kind.rawValue, heading: HTMLText(section.kind.heading),
        parts: section.parts.flatMap { views(of: $0, after: &figures) })
    }
    return PageView(
      title: HTMLText(review.question.printable()), headline: line(review.answer),
      interval: line(review.interval),
      style: HTMLStylesheet.rules + "\n" + Self.chartStyle, sections: sections,
      footer: review.footer.map(line))
  }

  /// Charts are light on paper.
  private static let chartStyle =
    SVGRenderer(appearance: .automatic).stylesheet
    + "@media print{\(SVGRenderer(appearance: .light).stylesheet)}"

  private func line(_ text: String) -> PageView.LineView { PageView.LineView(text.printable()) }

  private func views(
    of part: DesignReview.Part, after figures: inout Int
  ) -> [PageView.PartView] {
    switch part {
    case .sentence(let text): [PageView.PartView(sentence: line(text))]
    case .report(let report): report.blocks.map { PageView.PartView($0) }
    case .chart(let chart): [figure(after: &figures, of: chart.title) { $0.text(chart) }]
    case .drawing(let drawing):
      [figure(after: &figures, of: drawing.title) { $0.text(drawing) }]
    case .listing(let lines): listing(lines)
    }
  }

  private func figure(
    after figures: inout Int, of title: String, drawn: (SVGRenderer) -> String
  ) -> PageView.PartView {
    figures += 1
    guard figures <= economy.figures else {
      let left = "The picture '\(title)' is left out, so that the page stays below 150 kB."
      return PageView.PartView(sentence: line(left))
    }
    let pictures = economy.widths.enumerated().map { place, width in
      drawn(
        SVGRenderer(
          width: width, identifier: "figure-\(figures)-\(place + 1)", includesStylesheet: false))
    }
    return PageView.PartView(
      figure: PageView.FigureView(wide: pictures[0], narrow: pictures.dropFirst().first))
  }

  private func listing(_ lines: [String]) -> [PageView.PartView] {
    var left = economy.listing
    let shown = lines.prefix { line in
      left -= left == .max ? 0 : line.utf8.count + 1
      return left >= 0
    }
    let view = PageView.PartView(
      listing: PageView.ListingView(text: HTMLText(shown.joined(separator: "\n"))))
    guard shown.count < lines.count else { return [view] }
    let rest =
      "\(lines.count - shown.count) more lines are left out, so that the page stays below 150 kB."
    return [view, PageView.PartView(sentence: line(rest))]
  }
}

extension DesignReview {
  /// The review as one page of HTML, at most 150 kB, without a script or a part from elsewhere; a page that
  /// would be longer shows less, and says so.
  public var html: String { HTMLPage.text(self) }
}
