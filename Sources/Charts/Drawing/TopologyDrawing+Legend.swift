extension TopologyDrawing {
  /// How the arrows are to be read, of those that there are, in a sentence; `style` is that of arrows to
  /// what is taken down. Empty without arrows.
  func legend(takesDown style: String) -> String {
    let words: [(Dependency, String)] = [
      (.needs, "solid: needs"), (.alternative, "hollow head: one of several"),
      (.adds, "hollow diamond: adds to others"),
      (.wants, "dashed: wants"), (.sends, "thick: sends through a queue"),
      (.breaker, "dotted: behind a breaker"), (.takesDown, "\(style): takes down"),
    ]
    let used = Set(edges.map(\.dependency))
    let text = words.filter { used.contains($0.0) }.map(\.1).joined(separator: "; ")
    return text.isEmpty ? "" : text.prefix(1).uppercased() + text.dropFirst() + "."
  }
}
