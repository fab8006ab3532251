import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How many columns of a terminal a text takes, by the locale's wcwidth(3).
enum TextWidth {
  /// Characters that the locale can't show count as one column.
  static func columns(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
  }

  static func columns(of scalar: Unicode.Scalar) -> Int {
    let width = editline_columns(wchar_t(bitPattern: scalar.value))
    return width < 0 ? 1 : Int(width)
  }

  /// With blanks behind it, to `width` columns at least.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - columns(of: text)))
  }

  /// At most `width` columns of it; an ellipsis stands for what is left out.
  static func cut(_ text: String, to width: Int) -> String {
    guard columns(of: text) > width else { return text }
    var taken = ""
    var used = 0
    for character in text {
      let next = columns(of: String(character))
      guard used + next < width else { break }
      taken.append(character)
      used += next
    }
    return taken + "…"
  }
}
