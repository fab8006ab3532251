import Nines

/// What the template of the page reads: words, escaped already, and SVG.
struct PageView {
  let title: HTMLText
  let headline: LineView
  let interval: LineView
  let style: String
  let sections: [SectionView]
  let footer: [LineView]

  struct SectionView {
    let identifier: String
    let heading: HTMLText
    let parts: [PartView]
  }

  /// One of these; the others are nil.
  struct PartView {
    var subheading: HeadingView?
    var sentence: LineView?
    var rows: RowsView?
    var table: TableView?
    var list: ListView?
    var figure: FigureView?
    var listing: ListingView?
  }

  struct HeadingView {
    let text: LineView
    let tone: String
  }

  struct RowsView { let rows: [RowView] }

  struct RowView {
    let label: HTMLText
    let lines: [LineView]
  }

  struct TableView {
    let columns: [CellView]
    let rows: [CellsView]
  }

  struct CellsView { let cells: [CellView] }

  struct CellView {
    let text: HTMLText
    let isLeft: Bool
  }

  struct ListView { let items: [LineView] }

  /// One picture in one width or two, of which the style shows one.
  struct FigureView {
    let wide: String
    let narrow: String?
  }

  struct ListingView { let text: HTMLText }

  /// A line in which what stands between backquotes is code.
  struct LineView {
    struct Span {
      let text: HTMLText
      let isCode: Bool
    }

    let spans: [Span]

    init(_ text: String) {
      let parts = text.split(separator: "`", omittingEmptySubsequences: false)
      guard !parts.count.isMultiple(of: 2) else {
        spans = [Span(text: HTMLText(text), isCode: false)]
        return
      }
      spans = parts.enumerated().filter { !$0.element.isEmpty }.map {
        Span(text: HTMLText(String($0.element)), isCode: !$0.offset.isMultiple(of: 2))
      }
    }
  }
}

extension PageView.PartView {
  /// A block of a report; notes are a list, and so are assumptions.
  init(_ block: Report.Block) {
    self.init()
    switch block {
    case .heading(let text, let tone):
      subheading = PageView.HeadingView(text: PageView.LineView(text), tone: tone.name)
    case .rows(let rows):
      self.rows = PageView.RowsView(
        rows: rows.map {
          PageView.RowView(
            label: HTMLText($0.label), lines: $0.lines.map(PageView.LineView.init))
        })
    case .table(let table): self.table = PageView.TableView(table)
    case .notes(let lines) where lines.count == 1: sentence = PageView.LineView(lines[0])
    case .notes(let lines), .assumptions(let lines):
      list = PageView.ListView(items: lines.map(PageView.LineView.init))
    case .sentence(let text): sentence = PageView.LineView(text)
    case .paragraph(let lines): sentence = PageView.LineView(lines.joined(separator: " "))
    case .verbatim(let lines):
      listing = PageView.ListingView(text: HTMLText(lines.joined(separator: "\n")))
    }
  }
}

extension PageView.TableView {
  init(_ table: Report.Table) {
    columns = table.columns.map { PageView.CellView(text: HTMLText($0.heading), isLeft: $0.isLeft) }
    rows = table.rows.map { row in
      PageView.CellsView(
        cells: zip(row, table.columns).map {
          PageView.CellView(text: HTMLText($0.0), isLeft: $0.1.isLeft)
        })
    }
  }
}

extension Report.Tone {
  /// The class of a heading.
  fileprivate var name: String {
    switch self {
    case .plain: "plain"
    case .good: "good"
    case .bad: "bad"
    case .undecided: "undecided"
    }
  }
}
