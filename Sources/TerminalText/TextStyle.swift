/// Whether text is written with colours: by the codes of ECMA-48 for graphic rendition (SGR), or as
/// it is.
public enum TextStyle: Sendable {
  /// Nothing but the text.
  case plain
  /// Codes around what is marked, each ended by a reset.
  case coloured

  /// How a part of a text is set off, by its SGR number.
  public enum Emphasis: Int, Sendable {
    /// What a text is about.
    case bold = 1
    /// What only helps to read the rest.
    case dim = 2
    /// What is wrong.
    case red = 31
    /// What is right.
    case green = 32
    /// What isn't decided, or needs a look.
    case yellow = 33
  }

  /// The text, set off where colours are wanted; nothing around an empty text.
  public func marked(_ text: String, _ emphases: Emphasis...) -> String {
    guard self == .coloured, !emphases.isEmpty, !text.isEmpty else { return text }
    let codes = emphases.map { "\($0.rawValue)" }.joined(separator: ";")
    return "\u{1B}[\(codes)m\(text)\u{1B}[0m"
  }
}
