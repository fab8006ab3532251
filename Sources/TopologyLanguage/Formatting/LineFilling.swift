/// Breaks text into lines. A line end in the text to be filled is a blank where a line may end:
/// behind an operator or a comma.
enum LineFilling {
  /// The text in one line.
  static func join(_ text: String) -> String {
    String(text.map { $0 == "\n" ? " " : $0 })
  }

  /// As many pieces in each line as fit; the lines after the first are indented.
  static func fill(_ text: String, indent: Int, width: Int = Formatter.width) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var columns = 0
    for piece in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let length = piece.count
      if columns == 0 {
        line = String(piece)
        columns = length
      } else if columns + 1 + length <= width {
        line += " \(piece)"
        columns += 1 + length
      } else {
        lines.append(line)
        line = margin + piece
        columns = indent + length
      }
    }
    return lines + [line]
  }
}
