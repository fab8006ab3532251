import Charts

/// Lines and columns as layers of Vega-Lite.
struct VegaLitePlot {
  private let horizontal: VegaLiteAxis
  private let vertical: VegaLiteAxis
  /// Where columns stand.
  private let foot: Double

  init(_ chart: Chart, _ vertical: ChartAxis) {
    horizontal = VegaLiteAxis(chart.horizontal)
    self.vertical = VegaLiteAxis(vertical)
    foot = vertical.range.lowerBound
  }

  /// Columns first, ribbons below lines.
  func layers(_ lines: [Chart.Line], _ columns: [Chart.Column]) -> [JSONValue] {
    (columns.isEmpty ? [] : bars(columns))
      + lines.compactMap(ribbon) + lines.flatMap(course)
  }

  // MARK: Lines

  private func data(_ line: Chart.Line) -> JSONValue {
    .object([
      "values": .array(
        line.points.map { point in
          .object([
            "x": horizontal.value(point.x), "y": vertical.value(point.y),
            "low": vertical.value(point.low), "high": vertical.value(point.high),
            "label": point.label.map { .string($0) } ?? .null,
          ])
        })
    ])
  }

  private func ribbon(_ line: Chart.Line) -> JSONValue? {
    guard line.points.contains(where: { $0.low != nil || $0.high != nil }) else { return nil }
    let places: KeyValuePairs<String, JSONValue> = [
      "x": horizontal.encoding("x"), "y": vertical.encoding("low"),
      "y2": .object(["field": .string("high")]),
    ]
    guard line.joinsPoints else { return layer(data(line), ["type": .string("rule")], places) }
    return layer(
      data(line),
      ["type": .string("area"), "opacity": .number(0.2), "color": .string(line.tone.colour)],
      places)
  }

  private func course(_ line: Chart.Line) -> [JSONValue] {
    let places: KeyValuePairs = ["x": horizontal.encoding("x"), "y": vertical.encoding("y")]
    let colour = JSONValue.string(line.tone.colour)
    let course = layer(
      data(line),
      line.joinsPoints
        ? [
          "type": .string("line"), "color": colour,
          "point": .bool(line.marksPoints || line.points.count == 1),
        ] : ["type": .string("point"), "filled": .bool(true), "color": colour], places)
    guard line.points.contains(where: { $0.label != nil }) else { return [course] }
    let labels = layer(
      data(line), ["type": .string("text"), "dy": .integer(-10)],
      [
        "x": horizontal.encoding("x"), "y": vertical.encoding("y"),
        "text": .object(["field": .string("label")]),
      ])
    return [course, labels]
  }

  // MARK: Columns

  private func bars(_ columns: [Chart.Column]) -> [JSONValue] {
    let data = JSONValue.object(["values": .array(columns.map(value))])
    let bars = layer(
      data, ["type": .string("bar"), "color": .string(Chart.Tone.main.colour)],
      [
        "x": horizontal.encoding("from"), "x2": .object(["field": .string("to")]),
        "y": vertical.encoding("height"), "y2": .object(["datum": .number(foot)]),
      ])
    guard columns.contains(where: { $0.low != nil }) else { return [bars] }
    let whiskers = layer(
      data, ["type": .string("rule")],
      [
        "x": horizontal.encoding("middle"), "y": vertical.encoding("low"),
        "y2": .object(["field": .string("high")]),
      ])
    return [bars, whiskers]
  }

  private func value(_ column: Chart.Column) -> JSONValue {
    .object([
      "from": horizontal.value(column.from), "to": horizontal.value(column.to),
      "middle": horizontal.value(middle(column)), "height": vertical.value(column.height),
      "low": vertical.value(column.low), "high": vertical.value(column.high),
    ])
  }

  private func middle(_ column: Chart.Column) -> Double {
    horizontal.isLogarithmic
      ? (column.from * column.to).squareRoot() : (column.from + column.to) / 2
  }

  private func layer(
    _ data: JSONValue, _ mark: KeyValuePairs<String, JSONValue>,
    _ encoding: KeyValuePairs<String, JSONValue>
  ) -> JSONValue {
    .object(["data": data, "mark": .object(mark), "encoding": .object(encoding)])
  }
}
