import Charts

/// Labelled rows of bars as layers of Vega-Lite.
struct VegaLiteRows {
  private let rows: [Chart.Row]
  private let horizontal: VegaLiteAxis

  init(_ chart: Chart, _ rows: [Chart.Row]) {
    self.rows = rows
    horizontal = VegaLiteAxis(chart.horizontal, room: Self.room(rows, chart.horizontal))
  }

  /// The share of the axis that labels at the left ends of bars need where these begin near its end.
  private static func room(_ rows: [Chart.Row], _ axis: ChartAxis) -> Double {
    let length = axis.range.upperBound - axis.range.lowerBound
    let isNear = rows.flatMap(\.segments).contains { segment in
      segment.label != nil && segment.to < segment.from
        && segment.to - axis.range.lowerBound < 0.15 * length
    }
    return isNear ? 0.2 : 0
  }

  /// Bars, what is written beyond their ends, and what is written at the right.
  var layers: [JSONValue] {
    [bars, labels(isLeft: false), labels(isLeft: true), texts].compactMap(\.self)
  }

  /// By number, since two rows may have one label.
  private var vertical: JSONValue {
    let labels = JSONValue.array(rows.map { .string($0.label) }).text
    return .object([
      "field": .string("row"), "type": .string("ordinal"),
      "scale": .object(["domain": .array(rows.indices.map { .integer($0) })]),
      "axis": .object([
        "title": .null, "labelExpr": .string("\(labels)[datum.value]"),
        "labelLimit": .integer(420),
      ]),
    ])
  }

  private var colour: JSONValue {
    .object(["field": .string("colour"), "type": .string("nominal"), "scale": .null])
  }

  private var bars: JSONValue {
    let encoding: KeyValuePairs<String, JSONValue> = [
      "x": horizontal.encoding("from"), "x2": .object(["field": .string("to")]),
      "y": vertical,
      // What is there is seen, however short.
      "color": colour, "stroke": colour,
    ]
    let heights: KeyValuePairs<String, JSONValue> = [
      "x": horizontal.encoding("from"), "x2": .object(["field": .string("to")]),
      "y": vertical, "size": Self.height, "color": colour,
    ]
    return haveHeights
      ? layer(barValues, ["type": .string("bar")], heights)
      : layer(
        barValues, ["type": .string("bar"), "height": .integer(16), "strokeWidth": .integer(1)],
        encoding)
  }

  /// True where bars are of several heights.
  private var haveHeights: Bool { rows.flatMap(\.segments).contains { $0.height < 1 } }

  /// Bars are as thick as they are high.
  private static let height = JSONValue.object([
    "field": .string("height"), "type": .string("quantitative"),
    "scale": .object([
      "domain": .array([.integer(0), .integer(1)]), "range": .array([.integer(1), .integer(16)]),
    ]),
    "legend": .null,
  ])

  private var barValues: [JSONValue] {
    rows.enumerated().flatMap { number, row in
      row.segments.map { segment in
        let (from, to) = (horizontal.value(segment.from), horizontal.value(segment.to))
        let colour = JSONValue.string(segment.tone.colour)
        return haveHeights
          ? .object([
            "row": .integer(number), "from": from, "to": to, "height": .number(segment.height),
            "colour": colour,
          ])
          : .object(["row": .integer(number), "from": from, "to": to, "colour": colour])
      }
    }
  }

  /// Beyond the right or the left ends; nil for none.
  private func labels(isLeft: Bool) -> JSONValue? {
    let values = rows.enumerated().flatMap { number, row in
      row.segments.filter { ($0.to < $0.from) == isLeft }.compactMap { segment in
        segment.label.map { label in
          JSONValue.object([
            "row": .integer(number), "to": horizontal.value(segment.to), "label": .string(label),
          ])
        }
      }
    }
    guard !values.isEmpty else { return nil }
    return layer(
      values,
      [
        "type": .string("text"), "align": .string(isLeft ? "right" : "left"),
        "dx": .integer(isLeft ? -5 : 5),
      ],
      [
        "x": horizontal.encoding("to"), "y": vertical,
        "text": .object(["field": .string("label")]),
      ])
  }

  private var texts: JSONValue? {
    let values = rows.enumerated().compactMap { number, row in
      row.text.map { text in
        JSONValue.object(["row": .integer(number), "text": .string(text)])
      }
    }
    guard !values.isEmpty else { return nil }
    return layer(
      values,
      [
        "type": .string("text"), "align": .string("left"), "dx": .integer(50),
        "color": .string(Chart.Tone.quiet.colour),
      ],
      [
        "x": .object(["value": .string("width")]), "y": vertical,
        "text": .object(["field": .string("text")]),
      ])
  }

  private func layer(
    _ values: [JSONValue], _ mark: KeyValuePairs<String, JSONValue>,
    _ encoding: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    .object([
      "data": .object(["values": .array(values)]), "mark": .object(mark),
      "encoding": .object(encoding),
    ])
  }
}
