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
      plain(chart.title).wrapped(to: width).map { style.marked($0, .bold) }
      + plain(chart.subtitle).wrapped(to: width).map { style.marked($0, .dim) }
    return (head + [""] + grid.lines(style)).map { $0 + "\n" }.joined()
  }

  /// A text as the terminal may show it.
  func plain(_ text: String) -> String {
    let shown = text.printable()
    guard symbols == .ascii else { return shown }
    let known: [Character: String] = ["½": "1/2", "×": "x", "±": "+-", "…": "..", "≤": "<="]
    return shown.map { known[$0] ?? String($0) }.joined()
  }

  /// A text in so many columns, its end left out where it is wider.
  func shortened(_ text: String, to columns: Int) -> String {
    let text = plain(text)
    guard text.terminalColumns > columns else { return text }
    let sign = symbols == .ascii ? "." : "…"
    var shown = ""
    for character in text {
      guard (shown + String(character)).terminalColumns < columns else { break }
      shown.append(character)
    }
    return columns > 0 ? shown + sign : ""
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
