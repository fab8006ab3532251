import TerminalText

extension Report {
  /// The report as plain text, each line as long as it is.
  public var text: String { text(width: nil) }

  /// The report as plain text in `width` columns (nil for lines of any length, at least 20), with
  /// colours or without.
  public func text(width: Int?, style: TextStyle = .plain) -> String {
    PlainTextRenderer(width: width, style: style).render(self)
  }
}
