/// The colours of drawings for Graphviz, and what they become in the dark: those of the charts.
enum GraphvizColours {
  static let box = "#f5f8fb"
  static let line = "#595959"
  static let frame = "#767676"

  /// The rules of an appearance, for what `dot` drew in the colours above.
  static func stylesheet(_ appearance: SVGRenderer.Appearance) -> String {
    switch appearance {
    case .light: light
    case .dark: dark
    case .automatic: light + "@media (prefers-color-scheme:dark){\(dark)}"
    }
  }

  private static let light = rules([".surface{fill:#fff}", "text{fill:#1a1a1a}"])

  private static let dark = rules(
    [".surface{fill:#16181c}", "text{fill:#f0f0f0}"] + shapes(box, "#22262c")
      + shapes(line, "#b3b7bd") + shapes(frame, "#868c95"))

  private static func shapes(_ colour: String, _ other: String) -> [String] {
    ["[fill=\"\(colour)\"]{fill:\(other)}", "[stroke=\"\(colour)\"]{stroke:\(other)}"]
  }

  private static func rules(_ rules: [String]) -> String {
    rules.map { ".nines-drawing \($0)" }.joined()
  }
}
