import Nines

/// Something that the linter found, with the text that it is about.
package struct FoundPlace {
  let finding: LintFinding
  let source: SourceText

  /// What was found in `source`.
  package init(_ finding: LintFinding, in source: SourceText) {
    self.finding = finding
    self.source = source
  }

  /// `shop.nines:3:14`
  var place: String {
    let position = source.position(of: finding.span.offset)
    return "\(source.name):\(position.line):\(position.column)"
  }

  /// With what the program ends for it.
  package var status: ExitStatus {
    switch finding.severity {
    case .error: .wrongInput
    case .warning: .notMet
    case .note: .answered
    }
  }

  /// What to write, or to know.
  var remedy: String {
    let fixes = finding.fixes.map { $0.isEmpty ? "leave it out" : "write `\($0)`" }
    return (fixes.prefix(1) + finding.notes).joined(separator: "; ")
  }
}

extension StreamSink {
  /// Prints all that was found: in lines as compilers write them, as an object a line, or as one
  /// table; nothing where nothing was found.
  package func show(_ found: [FoundPlace]) {
    guard !found.isEmpty else { return }
    switch form {
    case .text: for place in found { StandardOutput.print(text(of: place)) }
    case .json: for place in found { StandardOutput.print(Self.json(of: place).text) }
    case .csv:
      var writer = CSVWriter()
      let table = CSVTable(objects: found.map(Self.json))
      StandardOutput.print(writer.lines(of: table), terminator: "")
    case .markdown: StandardOutput.print(Self.report(on: found).markdown)
    case .svg, .vegaLite: refusePicture("what the linter finds has no picture")
    }
  }

  private func text(of found: FoundPlace) -> String {
    DiagnosticRenderer(source: found.source, width: style.width, style: style.output)
      .render(found.finding)
  }

  private static func json(of found: FoundPlace) -> JSONValue {
    JSONValue(found.finding, in: found.source)
  }

  private static func report(on found: [FoundPlace]) -> Report {
    let headings = ["place", "severity", "rule", "finding", "what to do"]
    let rows = found.map { found in
      [
        found.place, found.finding.severity.rawValue, found.finding.rule, found.finding.message,
        found.remedy,
      ]
    }
    let columns = headings.map { Report.Table.Column($0, isLeft: true) }
    return Report([.table(Report.Table(columns, rows))])
  }
}
