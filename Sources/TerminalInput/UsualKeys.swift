/// The keys of xterm and its like that libedit doesn't bind by itself, with its names of what they do.
enum UsualKeys {
  static let all =
    searching + arrows + numbered + unused.map { ($0, nothing) }

  private static let nothing = "ed-unassigned"

  private static let searching = [
    ("^R", "em-inc-search-prev"), ("^S", "em-inc-search-next"),
  ]

  /// The letters that end the arrow keys' sequences, Home's and End's.
  private static let moves = [
    ("A", "ed-prev-history"), ("B", "ed-next-history"), ("C", "ed-next-char"),
    ("D", "ed-prev-char"), ("H", "ed-move-to-beg"), ("F", "ed-move-to-end"),
  ]

  /// Shift, Alt, Ctrl and their combinations are 2 to 8: left and right go by words with all but Shift.
  private static let arrows = moves.flatMap { letter, command in
    let plain = ["[", "O"].map { ("\u{1B}\($0)\(letter)", command) }
    let old = ("\u{1B}[5\(letter)", words[letter] ?? command)
    return plain + [old]
      + (2...8).map { modifier in
        let byWords = modifier > 2 ? words[letter] : nil
        return ("\u{1B}[1;\(modifier)\(letter)", byWords ?? command)
      }
  }

  private static let words = ["C": "em-next-word", "D": "ed-prev-word"]

  private static let numbered = [
    ("\u{1B}[1~", "ed-move-to-beg"), ("\u{1B}[4~", "ed-move-to-end"),
    ("\u{1B}[7~", "ed-move-to-beg"), ("\u{1B}[8~", "ed-move-to-end"),
    ("\u{1B}[3~", "ed-delete-next-char"),
  ]

  /// Insert, the page keys, function keys, Shift-Tab, a gained or lost focus, and libedit's own
  /// commands: unbound, their sequences would be typed as text.
  private static let unused =
    ([2, 5, 6] + Array(11...34)).map { "\u{1B}[\($0)~" }
    + ["P", "Q", "R", "S"].map { "\u{1B}O\($0)" }
    + ["\u{1B}[Z", "\u{1B}[I", "\u{1B}[O", "\u{1B}x"]
}
