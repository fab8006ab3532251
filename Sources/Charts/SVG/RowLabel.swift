/// The name of a row as it is drawn: on one line, or smaller on up to three.
struct RowLabel {
  let lines: [String]
  let isSmall: Bool

  /// Between the base lines of small lines, in pixels.
  static let lineHeight = 13.0
  private static let mostLines = 3

  /// What the lines take, in pixels.
  var height: Double { Double(lines.count) * Self.lineHeight + 4 }

  /// The labels of all rows, within a width in pixels. Those that are too long for three lines are
  /// shortened so that they stay apart.
  static func labels(_ names: [String], width: Double) -> [RowLabel] {
    let isWhole = { (name: String) in
      TextMeasure.width(name, size: SVGCanvas.textSize) <= width + 0.01
    }
    let wrapped = { (name: String) in
      TextMeasure.wrapped(name, size: SVGCanvas.smallSize, width: width)
    }
    let shown = ShortenedNames { wrapped($0).count <= mostLines }.shortened(names)
    return zip(names, shown).map { name, shown in
      isWhole(name)
        ? RowLabel(lines: [name], isSmall: false)
        : RowLabel(lines: wrapped(shown).map { TextMeasure.trimmed($0) }, isSmall: true)
    }
  }
}
