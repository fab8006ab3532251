import TerminalText

/// Draws charts with characters, for terminals and files.
public struct TextPlotRenderer: Sendable {
  /// Which characters are used.
  public enum Symbols: String, Sendable, CaseIterable {
    /// Braille for lines, eighths of blocks for bars.
    case unicode
    /// Nothing but ASCII, for terminals without more; labels keep their own letters.
    case ascii
  }

  /// The columns that a plot takes at least.
  public static let leastWidth = 40
  /// The columns that a line has at most, ``leastWidth`` or more.
  public let width: Int
  /// The lines between the axes, 4 or more; rows of bars have a line each.
  public let height: Int
  /// Whether there are colours.
  public let style: TextStyle
  /// The characters.
  public let symbols: Symbols

  /// A renderer of charts in so many columns, at least 40, and so many lines between the axes, at least
  /// 4.
  public init(
    width: Int = 80, height: Int = 16, style: TextStyle = .plain, symbols: Symbols = .unicode
  ) {
    self.width = max(Self.leastWidth, width)
    self.height = max(4, height)
    self.style = style
    self.symbols = symbols
  }

  /// The chart in lines, each ended. Cost: linear in its points, and in width times height.
  public func text(_ chart: Chart) -> String {
    let grid: CharacterGrid =
      switch chart.content {
      case .plot(let vertical, let lines, let columns):
        PlotText(chart, vertical, lines, columns, self).grid()
      case .rows(let rows): RowsText(chart, rows, self).grid()
      }
    let head =
      wrapped(chart.title).map { style.marked($0, .bold) }
      + wrapped(chart.subtitle).map { style.marked($0, .dim) }
    return (head + [""] + grid.lines(style)).map { $0 + "\n" }.joined()
  }

  /// A text as the terminal may show it.
  func plain(_ text: String) -> String {
    let shown = text.printable()
    guard symbols == .ascii else { return shown }
    let known: [Character: String] = ["½": "1/2", "×": "x", "±": "+-", "…": "..", "≤": "<="]
    return shown.map { known[$0] ?? String($0) }.joined()
  }

  /// A text on lines of the picture's width, words that are wider shortened.
  func wrapped(_ text: String) -> [String] {
    let words = plain(text).split(separator: " ", omittingEmptySubsequences: false)
    return words.map { shortened(String($0), to: width) }.joined(separator: " ")
      .wrapped(to: width)
  }

  /// Bars in one cell, from an eighth of its height to all of it.
  static let eighths: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar in one cell, of a height from above 0 to 1.
  func bar(height: Double) -> Character {
    let bars: [Character] = symbols == .ascii ? [".", ":", "+", "#"] : Self.eighths
    let step = Int((height * Double(bars.count)).rounded(.up)) - 1
    return bars[min(bars.count - 1, max(0, step))]
  }

  /// A text in so many columns, its middle left out where it is wider.
  func shortened(_ text: String, to columns: Int) -> String {
    names(upTo: columns).shortened(plain(text))
  }

  /// How names are written in so many columns.
  func names(upTo columns: Int) -> ShortenedNames {
    ShortenedNames(sign: symbols == .ascii ? ".." : "…") { $0.terminalColumns <= columns }
  }
}

extension Chart.Tone {
  /// How a terminal sets it off; nil for not at all.
  var emphasis: TextStyle.Emphasis? {
    switch self {
    case .main: nil
    case .second: .yellow
    case .good: .green
    case .quiet: .dim
    }
  }
}
