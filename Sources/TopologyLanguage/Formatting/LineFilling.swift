/// Breaks text into lines. A line end in the text to be filled is a blank where a line may end:
/// behind an operator or a comma. What stands in parentheses stays on one line where it fits.
struct LineFilling {
  /// Text without a line end, and how many parentheses are open where it begins.
  private struct Piece {
    let text: Substring
    let depth: Int
  }

  private let indent: Int
  private let width: Int
  private var lines: [String] = []
  private var line = ""
  /// The characters of the line.
  private var columns = 0

  private init(indent: Int, width: Int) {
    self.indent = indent
    self.width = width
  }

  /// The text in one line.
  static func join(_ text: String) -> String {
    String(text.map { $0 == "\n" ? " " : $0 })
  }

  /// As many pieces in each line as fit; the lines after the first are indented.
  static func fill(_ text: String, indent: Int, width: Int = Formatter.width) -> [String] {
    var filling = LineFilling(indent: indent, width: width)
    filling.add(pieces(of: text)[...])
    return filling.lines + [filling.line]
  }

  private static func pieces(of text: String) -> [Piece] {
    var depth = 0
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { piece in
      defer { depth += rise(in: piece) }
      return Piece(text: piece, depth: depth)
    }
  }

  /// The parentheses that are opened and not closed, those in quotes left out.
  private static func rise(in text: Substring) -> Int {
    var rise = 0
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\"") where !isEscaped: isQuoted.toggle()
      case UInt8(ascii: "(") where !isQuoted: rise += 1
      case UInt8(ascii: ")") where !isQuoted: rise -= 1
      default: break
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    return rise
  }

  /// Adds pieces, broken in the fewest parentheses first.
  private mutating func add(_ pieces: ArraySlice<Piece>) {
    let least = pieces.dropFirst().lazy.map(\.depth).min() ?? 0
    var rest = pieces
    while !rest.isEmpty {
      let end = rest.dropFirst().firstIndex { $0.depth == least } ?? rest.endIndex
      let part = rest[..<end]
      rest = rest[end...]
      let text = part.map(\.text).joined(separator: " ")
      if part.count > 1, text.count > (columns == 0 ? width : width - indent) {
        add(part)
      } else {
        place(text)
      }
    }
  }

  private mutating func place(_ text: String) {
    let length = text.count
    if columns == 0 {
      line = text
      columns = length
    } else if columns + 1 + length <= width {
      line += " \(text)"
      columns += 1 + length
    } else {
      lines.append(line)
      line = String(repeating: " ", count: indent) + text
      columns = indent + length
    }
  }
}
