extension String {
  /// The text with blanks behind it, to `columns` at least. Cost: linear.
  package func padded(toColumns columns: Int) -> String {
    self + String(repeating: " ", count: Swift.max(0, columns - terminalColumns))
  }

  /// At most `columns` of the text, from 1; an ellipsis stands for what is left out. Cost: linear.
  package func cut(toColumns columns: Int) -> String {
    guard terminalColumns > columns else { return self }
    var taken = ""
    var used = 0
    for character in self {
      let next = character.terminalColumns
      guard used + next < columns else { break }
      taken.append(character)
      used += next
    }
    return taken + "…"
  }
}
