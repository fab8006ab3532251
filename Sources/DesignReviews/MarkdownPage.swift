import Nines

extension DesignReview {
  /// The review as Markdown, its topology for Mermaid, its charts drawn in characters.
  public var markdown: String {
    let heading = Report([.heading(question)])
    let head = [
      MarkdownRenderer(level: 1).render(heading), "**\(Self.markdown(answer))**",
      Self.markdown(interval),
    ]
    let blocks = head + sections.flatMap(Self.blocks) + ["---"] + footer.map(Self.markdown)
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private static func markdown(_ text: String) -> String { Report([.sentence(text)]).markdown }

  private static func blocks(of section: Section) -> [String] {
    [MarkdownRenderer(level: 2).render(Report([.heading(section.kind.heading)]))]
      + section.parts.map(block)
  }

  private static func block(of part: Part) -> String {
    switch part {
    case .sentence(let text): markdown(text)
    case .report(let report): report.markdown
    case .chart(let chart): characters(chart)
    case .drawing(let drawing): "```mermaid\n\(drawing.mermaid)```"
    case .listing(let lines): Report([.verbatim(lines)]).markdown
    }
  }

  private static func characters(_ chart: Chart) -> String {
    let lines = TextPlotRenderer(width: 72).text(chart).split(
      separator: "\n", omittingEmptySubsequences: false)
    return Report([.verbatim(lines.map(String.init).dropLast(while: \.isEmpty))]).markdown
  }
}

extension [String] {
  /// Without the last ones that are so.
  fileprivate func dropLast(while isDropped: (String) -> Bool) -> [String] {
    var rest = self
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
