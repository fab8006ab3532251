import Charts

/// Charts for those who plot elsewhere.
extension JSONValue {
  /// A specification of Vega-Lite, version 5, with its data inside: a layer for each part of the chart.
  ///
  /// Axes have the chart's own ticks. Values below the axis of a logarithmic scale are moved to its end.
  public init(vegaLite chart: Chart) {
    let layers: [JSONValue] =
      switch chart.content {
      case .plot(let vertical, let lines, let columns):
        VegaLitePlot(chart, vertical).layers(lines, columns)
      case .rows(let rows): VegaLiteRows(chart, rows).layers
      }
    self = .object([
      "$schema": .string("https://vega.github.io/schema/vega-lite/v5.json"),
      "title": .object([
        "text": .string(chart.title), "subtitle": .string(chart.subtitle),
        "anchor": .string("start"), "offset": .integer(chart.references.isEmpty ? 10 : 24),
      ]),
      "description": .string(chart.alternative),
      "width": .integer(Self.chartWidth),
      "height": .integer(Self.height(chart)),
      "layer": .array(layers + chart.references.enumerated().flatMap(Self.reference)),
      "config": .object(["view": .object(["stroke": .null])]),
    ])
  }

  private static let chartWidth = 560

  private static func height(_ chart: Chart) -> Int {
    if case .rows(let rows) = chart.content { max(1, rows.count) * 26 } else { 300 }
  }

  /// A line across the plot, and what it is; labels stand below each other.
  private static func reference(_ number: Int, _ reference: Chart.Reference) -> [JSONValue] {
    let (channel, other, value) =
      switch reference.place {
      case .horizontal(let value): ("x", "y", value)
      case .vertical(let value): ("y", "x", value)
      }
    let place = Member(key: channel, value: .object(["datum": .number(value)]))
    let rule = JSONValue.object([
      "type": .string("rule"), "strokeDash": .array([.integer(5), .integer(3)]),
      "color": .string(reference.tone.colour),
    ])
    let text = JSONValue.object([
      "type": .string("text"), "align": .string("left"), "baseline": .string("bottom"),
      "dx": .integer(5), "fontWeight": .string("bold"), "color": .string(reference.tone.colour),
    ])
    let label = Member(
      key: "text", value: .object(["value": .string(reference.lines.joined(separator: ", "))]))
    // The first above the plot, where nothing else is.
    let start = Member(key: other, value: .object(["value": .integer(14 * number - 3)]))
    // Without a row of data nothing is drawn.
    let one = JSONValue.object(["values": .array([.object([Member]())])])
    return [
      .object(["data": one, "mark": rule, "encoding": .object([place])]),
      .object(["data": one, "mark": text, "encoding": .object([place, start, label])]),
    ]
  }
}

extension Chart.Tone {
  /// Colours that are told apart with any kind of colour vision (Okabe and Ito 2008).
  var colour: String {
    switch self {
    case .main: "#0072b2"
    case .second: "#d55e00"
    case .good: "#009e73"
    case .quiet: "#767676"
    }
  }
}
