/// A prompt whose colours take no columns, in the form that libedit wants.
struct PromptText {
  /// Stands before and after each escape sequence; see editline(3), EL_PROMPT_ESC.
  static let delimiter: Unicode.Scalar = "\u{1}"

  /// What libedit is given.
  let marked: String
  /// What is seen, without escape sequences.
  let plain: String

  /// libedit joins an escape sequence to the character behind it and drops one that has none: what
  /// ends the prompt is moved before its last character, and neighbours are joined to one.
  init(_ prompt: String) {
    var escapes: [String] = [""]
    var shown: [Unicode.Scalar] = []
    var rest = prompt.unicodeScalars[...]
    while let scalar = rest.first {
      if scalar == "\u{1B}" {
        escapes[escapes.count - 1] += Self.takeSequence(&rest)
      } else {
        rest = rest.dropFirst()
        shown.append(scalar)
        escapes.append("")
      }
    }
    let last = escapes.removeLast()
    if let final = escapes.indices.last { escapes[final] += last }
    plain = String(String.UnicodeScalarView(shown))
    marked = zip(escapes, shown).map { Self.mark($0) + String($1) }.joined()
  }

  private static func mark(_ escape: String) -> String {
    escape.isEmpty ? "" : "\(delimiter)\(escape)\(delimiter)"
  }

  /// Takes `ESC [ … letter`, or the two characters of any other escape.
  private static func takeSequence(_ rest: inout Substring.UnicodeScalarView) -> String {
    var taken = String(rest.removeFirst())
    guard let kind = rest.popFirst() else { return taken }
    taken.unicodeScalars.append(kind)
    guard kind == "[" else { return taken }
    while let next = rest.popFirst() {
      taken.unicodeScalars.append(next)
      if ("@"..."~").contains(next) { break }
    }
    return taken
  }
}
