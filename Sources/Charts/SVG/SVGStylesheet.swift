/// The colours of an SVG, light and dark.
///
/// Blue, vermilion and bluish green are told apart with any kind of colour vision (Okabe and Ito 2008);
/// the dark ones are theirs, lightened. Texts have a contrast of 4.5 or more to their ground, lines one
/// of 3 (WCAG 2.2, 1.4.3 and 1.4.11).
enum SVGStylesheet {
  /// The rules of an appearance. Programs that don't know media queries see the light one.
  static func rules(_ appearance: SVGRenderer.Appearance) -> String {
    switch appearance {
    case .light: shapes + colours(light)
    case .dark: shapes + colours(dark)
    case .automatic:
      shapes + colours(light) + "@media (prefers-color-scheme:dark){\(colours(dark))}"
    }
  }

  private struct Palette {
    let surface: String
    let text: String
    let quietText: String
    let grid: String
    let axis: String
    /// What boxes are filled with.
    let box: String
    /// Fill, and the colour of a text on the surface.
    let tones: [(name: String, fill: String, text: String)]
  }

  private static let light = Palette(
    surface: "#fff", text: "#1a1a1a", quietText: "#595959", grid: "#e4e4e4", axis: "#767676",
    box: "#f5f8fb",
    tones: [
      ("main", "#0072b2", "#00629b"), ("second", "#d55e00", "#a84300"),
      ("good", "#009e73", "#00694d"), ("quiet", "#8a8a8a", "#595959"),
    ])

  private static let dark = Palette(
    surface: "#16181c", text: "#f0f0f0", quietText: "#b3b7bd", grid: "#30343b", axis: "#868c95",
    box: "#22262c",
    tones: [
      ("main", "#56b4e9", "#7cc4ee"), ("second", "#f0883e", "#f7a66b"),
      ("good", "#2fc59a", "#55d6b0"), ("quiet", "#868c95", "#b3b7bd"),
    ])

  private static let fonts =
    "system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,'DejaVu Sans',sans-serif"

  private static let shapes = [
    "text{font-family:\(fonts);font-size:13px}", ".title{font-size:17px;font-weight:600}",
    ".small{font-size:12px}", ".strong{font-weight:600}",
    ".halo{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}", ".grid{stroke-width:1}",
    ".axis{stroke-width:1}", ".line{fill:none;stroke-width:2;stroke-linejoin:round}",
    ".mark{stroke-width:2}", ".reference{stroke-width:1.5;stroke-dasharray:5 3}",
    ".leader{stroke-width:1}", ".whisker{stroke-width:1.2;fill:none}", ".band{fill-opacity:.2}",
    ".edge{fill:none;stroke-width:1.5}",
    ".dashed{stroke-dasharray:6 4}", ".dotted{stroke-dasharray:2 4}",
    ".dash-dotted{stroke-dasharray:8 3 2 3}", ".box{stroke-width:1.5}", ".thick{stroke-width:3}",
  ].map { ".nines-chart \($0)" }.joined()

  private static func colours(_ palette: Palette) -> String {
    let plain = [
      ".surface{fill:\(palette.surface)}", "text{fill:\(palette.text)}",
      ".subtitle{fill:\(palette.quietText)}", ".halo{stroke:\(palette.surface)}",
      ".grid{stroke:\(palette.grid)}", ".axis{stroke:\(palette.axis)}",
      ".whisker{stroke:\(palette.text)}", ".mark{stroke:\(palette.surface)}",
      ".box{fill:\(palette.box);stroke:\(palette.axis)}",
    ]
    let toned = palette.tones.flatMap { tone in
      [
        ".fill-\(tone.name){fill:\(tone.fill)}", ".stroke-\(tone.name){stroke:\(tone.fill)}",
        ".text-\(tone.name){fill:\(tone.text)}",
      ]
    }
    return (plain + toned).map { ".nines-chart \($0)" }.joined()
  }
}
