/// When two numbers count as equal: within a relative 1e-12 of each other. Sums of decimals such as
/// 0.1 + 0.2 and a limit of 0.3 differ by roundings, which must not decide.
enum Tie {
  static let tolerance = 1e-12

  /// Whether `number` is at most `limit`, or equal to it; for numbers of 0 or more.
  static func isWithin(_ number: Double, _ limit: Double) -> Bool {
    number <= limit * (1 + tolerance)
  }

  /// -1 when `left` is less, 1 when it is more, 0 when they count as equal.
  static func order(_ left: Double, _ right: Double) -> Int {
    if isWithin(left, right), isWithin(right, left) { return 0 }
    return left < right ? -1 : 1
  }
}
