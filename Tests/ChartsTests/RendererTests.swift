import Charts
import Interchange
import TerminalText
import Testing

/// What renderers make of charts that no builder would make.
@Suite("Renderers")
struct RendererTests {
  private static let nasty =
    "<script>&\"'\u{1B}[31m\u{0}]]>\u{FFFE} 雪雪雪 \(String(repeating: "long", count: 60))"

  private static func rows(_ label: String) -> Chart {
    Chart(
      title: label, subtitle: label, alternative: label,
      horizontal: .durations(label, .linear, 0...10),
      content: .rows([
        Chart.Row(label, [Chart.Segment(from: 0, to: 10, label: label)], text: label),
        Chart.Row("", []), Chart.Row("x", [Chart.Segment(from: 5, to: 2, label: label)]),
      ]), references: [Chart.Reference(.horizontal(5), [label, label])])
  }

  private static func plot(_ points: [Chart.Point], name: String? = nil) -> Chart {
    Chart(
      title: "What?", subtitle: "", alternative: "A line.",
      horizontal: .numbers("x", .linear, 0...10),
      content: .plot(
        vertical: .shares("y", .logarithmic, 1e-3...1),
        lines: [Chart.Line(name: name, points, marksPoints: true)], columns: []),
      references: [
        Chart.Reference(.vertical(0.1), [nasty]), Chart.Reference(.horizontal(99), ["outside"]),
      ])
  }

  private static let charts = [
    rows(nasty), rows(""), plot([]), plot([Chart.Point(x: 5, y: 0.5)]),
    plot([Chart.Point(x: 0, y: 0), Chart.Point(x: 10, y: 1, low: 0, high: nil, label: nasty)]),
    plot([Chart.Point(x: 0, y: 0.1), Chart.Point(x: 10, y: .infinity)], name: nasty),
  ]

  /// A curve from corner to corner leaves no place beside the line in the narrow picture.
  @Test("keep the label of what is compared with", arguments: [280.0, 400, 700, 1_000])
  func referenceLabels(width: Double) {
    let points = (0...40).map { Chart.Point(x: Double($0) / 4, y: 1 - Double($0) / 42) }
    let chart = Chart(
      title: "What?", subtitle: "", alternative: "A line.",
      horizontal: .numbers("x", .linear, 0...10),
      content: .plot(
        vertical: .shares("y", .linear, 0...1), lines: [Chart.Line(points)], columns: []),
      references: [
        Chart.Reference(
          .horizontal(5), ["gold: 21.6 min allowed", "missed in 48.6% of all months"])
      ])
    let text = SVGRenderer(width: width).text(chart)
    #expect(text.contains(">gold: 21.6 min allowed</text>"))
    #expect(text.contains(">missed in 48.6% of all months</text>"))
  }

  @Test("escape what is no text, at any width", arguments: charts.indices)
  func escaping(number: Int) throws {
    let chart = Self.charts[number]
    for width in [0.0, 300, 700, 2_000] {
      for appearance in SVGRenderer.Appearance.allCases {
        let text = SVGRenderer(width: width, appearance: appearance).text(chart)
        #expect(try XMLCheck.flaws(of: text) == [])
        #expect(!text.contains("<script") && !text.contains("\u{1B}") && !text.contains("\u{0}"))
      }
    }
    for symbols in TextPlotRenderer.Symbols.allCases {
      for width in [0, 41, 80, 200] {
        let text = TextPlotRenderer(width: width, height: 1, symbols: symbols).text(chart)
        #expect(!text.contains("\u{1B}") && !text.contains("\u{0}"))
        let lines = text.split(separator: "\n").filter { !$0.contains("long") }
        #expect(lines.allSatisfy { $0.terminalColumns <= max(40, width) })
      }
    }
    #expect(JSONValue(vegaLite: chart).text.hasPrefix("{\"$schema\""))
  }

  @Test("name the parts of a page by an identifier, of which only safe letters stay")
  func identifiers() {
    let chart = Self.plot([Chart.Point(x: 5, y: 0.5)])
    let text = SVGRenderer(identifier: "a b\"<ü-1_").text(chart)
    #expect(text.contains("aria-labelledby=\"ab-1_-title ab-1_-description\""))
    #expect(text.contains("<title id=\"ab-1_-title\">What?</title>"))
    #expect(text == SVGRenderer(identifier: "ab-1_").text(chart))
  }

  @Test("leave the stylesheet to the page where it is asked for")
  func stylesheet() throws {
    let chart = Self.plot([Chart.Point(x: 5, y: 0.5)])
    let whole = SVGRenderer()
    let bare = SVGRenderer(includesStylesheet: false).text(chart)
    #expect(try XMLCheck.flaws(of: bare) == [])
    #expect(!bare.contains("<style"))
    #expect(
      whole.text(chart).replacing("<style>\(whole.stylesheet)</style>\n", with: "") == bare)
  }

  @Test("colour by appearance")
  func appearance() {
    let chart = Self.plot([Chart.Point(x: 5, y: 0.5)])
    let texts = [SVGRenderer.Appearance.light, .dark, .automatic].map {
      SVGRenderer(appearance: $0).text(chart)
    }
    #expect(texts.map { $0.contains("prefers-color-scheme:dark") } == [false, false, true])
    #expect(texts.map { $0.contains("surface{fill:#fff}") } == [true, false, true])
    #expect(texts.map { $0.contains("surface{fill:#16181c}") } == [false, true, true])
  }
}
