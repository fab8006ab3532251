/// A sum of squares of 64-bit numbers, exact: 192 bits.
struct SquareSum: Sendable, Hashable {
  private var low: UInt128 = 0
  private var high: UInt64 = 0

  /// Adds the product of two numbers, both 0 or more.
  @inline(__always)
  mutating func add(_ left: Int64, _ right: Int64) {
    add(UInt128(UInt64(left)) * UInt128(UInt64(right)), 0)
  }

  private mutating func add(_ low: UInt128, _ high: UInt64) {
    let (sum, carry) = self.low.addingReportingOverflow(low)
    self.low = sum
    self.high += high + (carry ? 1 : 0)
  }

  mutating func merge(_ other: SquareSum) { add(other.low, other.high) }

  /// The nearest `Double` but for two roundings.
  var double: Double { Double(high) * 0x1p128 + Double(low) }

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&low)
    coder.code(&high)
  }
}

/// The sum of numbers of 64 bits and that of their squares, exact.
struct Moments: Sendable, Hashable {
  private(set) var sum: UInt128 = 0
  private(set) var squares = SquareSum()

  /// Adds a number, 0 or more.
  @inline(__always)
  mutating func add(_ value: Int64) {
    sum += UInt128(UInt64(value))
    squares.add(value, value)
  }

  mutating func merge(_ other: Moments) {
    sum += other.sum
    squares.merge(other.squares)
  }

  mutating func code(_ coder: inout some WordCoder) {
    coder.code(&sum)
    squares.code(&coder)
  }
}

/// Writes words, or reads them back: one function for both keeps them alike.
protocol WordCoder {
  mutating func code(_ word: inout UInt64)
}

extension WordCoder {
  mutating func code(_ wide: inout UInt128) {
    var low = UInt64(truncatingIfNeeded: wide)
    var high = UInt64(truncatingIfNeeded: wide >> 64)
    code(&low)
    code(&high)
    wide = UInt128(high) << 64 | UInt128(low)
  }

  mutating func code(_ number: inout Int64) {
    var word = UInt64(bitPattern: number)
    code(&word)
    number = Int64(bitPattern: word)
  }

  mutating func code(_ number: inout Int) {
    var wide = Int64(number)
    code(&wide)
    number = Int(truncatingIfNeeded: wide)
  }
}
