/// A share of users as a cell writes it.
enum WrittenShare {
  /// Reads `12%`, `0.12`, or `12` where the column's name says percent; error one rounding.
  static func reading(
    of range: Range<Int>, in bytes: [UInt8], isPercent: Bool
  ) -> Result<Double, ShareFlaw> {
    var cursor = ByteCursor(bytes, range)
    if cursor.current == UInt8(ascii: "-"), cursor.byte(after: 1).isDigit {
      return .failure(.negative)
    }
    guard let number = cursor.decimal()?.value else { return .failure(.unreadable) }
    cursor.skipBlanks()
    let hasSign = cursor.skip(UInt8(ascii: "%"))
    guard cursor.isAtEnd else { return .failure(.unreadable) }
    let isOfHundred = hasSign || isPercent
    if !isOfHundred, number > 1 { return .failure(.noUnit) }
    let share = isOfHundred ? number / 100 : number
    return share <= 1 ? .success(share) : .failure(.aboveAll)
  }
}

/// Why a text is no share of users.
public enum ShareFlaw: Error, Sendable, Hashable {
  /// Not a number.
  case unreadable
  /// Below zero.
  case negative
  /// Above 100 %.
  case aboveAll
  /// Above 1, without a percent sign.
  case noUnit

  /// What is wrong and what to write, to stand after the text that was read.
  public var explanation: String {
    switch self {
    case .unreadable: "is not a share; write it like 12% or 0.12"
    case .negative: "is negative; write 0% to 100%"
    case .aboveAll: "is above 100 %; write 0% to 100%"
    case .noUnit: "is above 1 and has no percent sign; write it like 12% or 0.12"
    }
  }
}
