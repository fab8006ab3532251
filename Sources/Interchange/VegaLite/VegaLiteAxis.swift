import Charts

/// One axis as an encoding of Vega-Lite.
struct VegaLiteAxis {
  private let axis: ChartAxis
  /// Where the scale begins.
  private let low: Double

  /// An axis whose scale begins `room` of its length earlier, for labels left of what is drawn.
  init(_ axis: ChartAxis, room: Double = 0) {
    self.axis = axis
    let length = axis.range.upperBound - axis.range.lowerBound
    low = axis.range.lowerBound - (axis.scale == .linear ? room * length : 0)
  }

  var isLogarithmic: Bool { axis.scale == .logarithmic }

  /// The encoding of a field.
  func encoding(_ field: String) -> JSONValue {
    .object([
      "field": .string(field), "type": .string("quantitative"),
      "scale": .object([
        "type": .string(axis.scale == .logarithmic ? "log" : "linear"),
        "domain": .array([.number(low), .number(axis.range.upperBound)]),
        "nice": .bool(false), "zero": .bool(false),
      ]),
      "axis": .object([
        "title": .string(axis.title),
        "values": .array(axis.ticks.map { .number($0.value) }),
        "labelExpr": .string(labels),
      ]),
    ])
  }

  /// An expression of Vega that gives each tick its text.
  private var labels: String {
    let texts = JSONValue.array(axis.ticks.map { .string($0.text) }).text
    let values = JSONValue.array(axis.ticks.map { .number($0.value) }).text
    return "\(texts)[indexof(\(values), datum.value)]"
  }

  /// A value that the scale can show; null for none.
  func value(_ number: Double?) -> JSONValue {
    guard axis.scale == .logarithmic else { return .figure(number) }
    return .figure(number.map { max($0, axis.range.lowerBound) })
  }
}
