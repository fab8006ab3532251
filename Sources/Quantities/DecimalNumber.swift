/// A non-negative decimal number held exactly: `digits` × 10^`exponent`.
///
/// Availabilities are written with many nines, and the nearest `Double` of `99.999999999%` has
/// already lost five digits of the unavailability. A `DecimalNumber` keeps what was written, so that
/// the complement is formed on the digits and rounded once.
public struct DecimalNumber: Sendable, Hashable, CustomStringConvertible {
  /// Significant decimal digits, each 0 to 9, most significant first, without leading or trailing
  /// zeros; empty for zero.
  public let digits: [UInt8]
  /// The power of ten of the last digit, -4,000 to 4,000; 0 for zero.
  public let exponent: Int

  /// More digits than this are refused: no measurement has them, and they would make exact
  /// complements slow.
  static let digitLimit = 4_000
  /// Larger powers of ten than this are refused; a `Double` ends near 308.
  static let exponentLimit = 4_000

  init(trimming digits: [UInt8], exponent: Int) {
    let significant = digits.drop { $0 == 0 }
    guard let last = significant.lastIndex(where: { $0 != 0 }) else {
      self.digits = []
      self.exponent = 0
      return
    }
    self.digits = Array(significant[...last])
    self.exponent = exponent + (digits.count - 1 - last)
  }

  /// Reads digits with an optional fraction, exponent (`e-5`) and `_` between digits.
  ///
  /// Exact. Throws ``QuantityError/notANumber(_:)`` for any other text (signs and `nan` included) and
  /// ``QuantityError/tooManyDigits(_:)`` beyond 4,000 digits or powers of ten.
  public init(_ text: some StringProtocol) throws(QuantityError) {
    var scanner = DecimalScanner(text.utf8)
    guard let scanned = scanner.scan() else { throw .notANumber(String(text.prefix(40))) }
    guard scanned.digits.count <= Self.digitLimit, abs(scanned.exponent) <= Self.exponentLimit
    else {
      throw .tooManyDigits(String(text.prefix(40)))
    }
    self.init(trimming: scanned.digits, exponent: scanned.exponent)
  }

  /// The shortest decimal that denotes `value`: 99.99 gives the digits 9999, not those of the binary
  /// fraction. Throws ``QuantityError/notANumber(_:)`` when `value` is negative or not finite.
  public init(shortest value: Double) throws(QuantityError) {
    guard value.isFinite, value >= 0 else { throw .notANumber("\(value)") }
    try self.init("\(value.magnitude)")
  }

  /// True for 0.
  public var isZero: Bool { digits.isEmpty }

  /// The nearest `Double` (error at most half a unit in the last place); infinite beyond 1.8e308.
  public var double: Double {
    guard !isZero else { return 0 }
    return Double("\(digitText)e\(exponent)") ?? .infinity
  }

  /// The number times 10^`power`. Exact.
  public func scaled(byPowerOfTen power: Int) -> DecimalNumber {
    DecimalNumber(trimming: digits, exponent: isZero ? 0 : exponent + power)
  }

  /// The number rounded to at most `count` significant digits, half away from zero. `count` is 1 or
  /// more.
  public func rounded(toSignificantDigits count: Int) -> DecimalNumber {
    guard digits.count > count, count > 0 else { return self }
    var kept = Array(digits[..<count])
    let dropped = digits.count - count
    if digits[count] >= 5 {
      var place = count - 1
      while place >= 0, kept[place] == 9 {
        kept[place] = 0
        place -= 1
      }
      if place >= 0 { kept[place] += 1 } else { kept.insert(1, at: 0) }
    }
    return DecimalNumber(trimming: kept, exponent: exponent + dropped)
  }

  /// 1 minus the number, exactly; nil when the number is above 1.
  public var complement: DecimalNumber? {
    if isZero { return DecimalNumber(trimming: [1], exponent: 0) }
    guard exponent < 0 else {
      return self == Self.one ? DecimalNumber(trimming: [], exponent: 0) : nil
    }
    let places = -exponent
    guard digits.count <= places else { return nil }
    let padded = [UInt8](repeating: 0, count: places - digits.count) + digits
    return DecimalNumber(trimming: Self.tensComplement(of: padded), exponent: exponent)
  }

  /// The number in plain digits, `99.95`, or with a power of ten when those would be over 40 long.
  public var description: String {
    guard !isZero else { return "0" }
    guard abs(exponent) <= 40 else { return "\(digitText)e\(exponent)" }
    if exponent >= 0 { return digitText + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digitText
    return padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }

  private static let one = DecimalNumber(trimming: [1], exponent: 0)

  /// 10^n - d for a string d of n digits that doesn't end in 0.
  private static func tensComplement(of digits: [UInt8]) -> [UInt8] {
    var result = digits.map { 9 - $0 }
    result[result.count - 1] += 1
    return result
  }

  private var digitText: String { String(decoding: digits.map { $0 + 48 }, as: UTF8.self) }
}

/// Splits the text of a decimal number into its digits and power of ten.
private struct DecimalScanner<Bytes: Collection> where Bytes.Element == UInt8 {
  private var rest: Bytes.SubSequence
  private var digits: [UInt8] = []

  init(_ bytes: Bytes) { rest = bytes[...] }

  mutating func scan() -> (digits: [UInt8], exponent: Int)? {
    guard scanDigits() > 0 else { return nil }
    var exponent = 0
    if take(UInt8(ascii: ".")) {
      let places = scanDigits()
      guard places > 0 else { return nil }
      exponent = -places
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      guard let power = scanPower() else { return nil }
      exponent += power
    }
    return rest.isEmpty ? (digits, exponent) : nil
  }

  private mutating func scanDigits() -> Int {
    var count = 0
    while let byte = rest.first {
      if byte >= 48, byte <= 57 {
        digits.append(byte - 48)
        count += 1
      } else if byte != UInt8(ascii: "_") || count == 0 {
        break
      }
      rest.removeFirst()
    }
    return count
  }

  private mutating func scanPower() -> Int? {
    let negative = take(UInt8(ascii: "-"))
    if !negative { _ = take(UInt8(ascii: "+")) }
    guard !rest.isEmpty else { return nil }
    var power = 0
    while let byte = rest.first, byte >= 48, byte <= 57 {
      power = min(power * 10 + Int(byte - 48), 1_000_000)
      rest.removeFirst()
    }
    return negative ? -power : power
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest.removeFirst()
    return true
  }
}
