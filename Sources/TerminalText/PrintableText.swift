extension String {
  /// The text without control characters (Unicode's general category Cc), which a terminal would obey:
  /// tabs and ends of lines become blanks, all others U+FFFD. Cost: linear.
  ///
  /// Names come from files of others. `keepingTabs` leaves tabs as they are.
  public func printable(keepingTabs: Bool = false) -> String {
    guard unicodeScalars.contains(where: { $0.isControl }) else { return self }
    var shown = ""
    for scalar in unicodeScalars {
      shown.unicodeScalars.append(scalar.isControl ? scalar.shown(keepingTabs) : scalar)
    }
    return shown
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

  /// What stands for a control character.
  fileprivate func shown(_ keepingTabs: Bool) -> Unicode.Scalar {
    switch value {
    case 0x09: keepingTabs ? self : " "
    case 0x0A...0x0D: " "
    default: "\u{FFFD}"
    }
  }
}
