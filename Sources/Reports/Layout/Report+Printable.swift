import TerminalText

// Names of services, files and parts come from others, and may hold what a terminal would obey.
extension Report.Block {
  /// The block without control characters.
  var printable: Report.Block {
    switch self {
    case .heading(let text, let tone): .heading(text.printable(), tone)
    case .rows(let rows): .rows(rows.map(\.printable))
    case .table(let table): .table(table.printable)
    case .notes(let lines): .notes(lines.printable)
    case .paragraph(let lines): .paragraph(lines.printable)
    case .sentence(let text): .sentence(text.printable())
    case .assumptions(let lines): .assumptions(lines.printable)
    case .verbatim(let lines): .verbatim(lines.printable)
    }
  }
}

extension Report.Row {
  fileprivate var printable: Report.Row {
    Report.Row(label.printable(), lines.printable, bar: bar)
  }
}

extension Report.Table {
  fileprivate var printable: Report.Table {
    Report.Table(
      columns.map { Column($0.heading.printable(), isLeft: $0.isLeft) }, rows.map(\.printable),
      bars: bars)
  }
}

extension [String] {
  fileprivate var printable: [String] { map { $0.printable() } }
}
