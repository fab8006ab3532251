import TerminalText

extension Character {
  /// How many ems a character outside of ASCII is wide, by the columns that a terminal gives it.
  var terminalColumnsInEms: Double {
    switch terminalColumns {
    case 0: 0
    case 1: self == "…" ? 1 : 0.68
    default: 1.05
    }
  }
}
