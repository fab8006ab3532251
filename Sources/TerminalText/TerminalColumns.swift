extension Character {
  /// The columns that a terminal gives this character: 2 for East Asian wide ones and emoji, 0 for
  /// marks and signs without a width, else 1.
  ///
  /// A mark is part of the character that it stands on, whose first scalar decides. A tab is counted
  /// as 1, since how far it reaches depends on its place.
  public var terminalColumns: Int {
    guard let scalar = unicodeScalars.first else { return 0 }
    if scalar.isASCII { return 1 }
    if scalar.hasNoWidth { return 0 }
    return scalar.isWide || isEmojiByVariation ? 2 : 1
  }

  /// A sign that a variation selector or a flag's second letter makes an emoji.
  private var isEmojiByVariation: Bool {
    unicodeScalars.dropFirst().contains {
      $0.value == 0xFE0F || (0x1F1E6...0x1F1FF).contains($0.value)
    }
  }
}

extension StringProtocol {
  /// The columns that a terminal gives this text on one line. Cost: linear.
  public var terminalColumns: Int { reduce(0) { $0 + $1.terminalColumns } }
}

extension Unicode.Scalar {
  /// Marks, joiners, byte order marks and the like, by general category.
  fileprivate var hasNoWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: value != 0xAD
    default: false
    }
  }

  /// Blocks of wide characters, after Unicode's EastAsianWidth.txt (classes W and F).
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
