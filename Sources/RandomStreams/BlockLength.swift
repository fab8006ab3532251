/// How many values a buffer draws ahead: short blocks after a start, then longer ones.
enum BlockLength {
  static let first = 16
  static let longest = 128

  static func following(_ length: Int) -> Int { min(2 * length, longest) }
}
