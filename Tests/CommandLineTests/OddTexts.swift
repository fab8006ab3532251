import Testing

/// Nesting deeper than any topology has.
struct NestedText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let text: String
  let refusal: String

  static let all = [
    NestedText(
      testDescription: "parentheses", text: String(repeating: "(", count: 100_000),
      refusal: "nested deeper than"),
    NestedText(
      testDescription: "closed parentheses",
      text: String(repeating: "(", count: 100_000) + "99%" + String(repeating: ")", count: 100_000),
      refusal: "nested deeper than"),
    NestedText(
      testDescription: "else in parentheses",
      text: String(repeating: "99% else (", count: 100_000), refusal: "nested deeper than"),
    NestedText(
      testDescription: "else after else",
      text: Array(repeating: "99%", count: 20_000).joined(separator: " else "),
      refusal: "one 'else' in each pair of parentheses"),
    NestedText(
      testDescription: "copies of copies", text: String(repeating: "1 of 2 ", count: 100_000),
      refusal: "nested deeper than"),
    NestedText(
      testDescription: "questions in questions",
      text: String(repeating: "with a.mttr 1h: ", count: 100_000), refusal: "nested deeper than"),
    NestedText(
      testDescription: "braces", text: "service a " + String(repeating: "{", count: 100_000),
      refusal: "expected a clause"),
    NestedText(
      testDescription: "operators that mix",
      text: Array(repeating: "99% & 98% | 97%", count: 20_000).joined(separator: " & "),
      refusal: "don't mix without parentheses"),
  ]
}

/// Bytes that are no text, or no text of the language.
struct BrokenText: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let bytes: [UInt8]
  let refusal: String

  static let all = [
    BrokenText(
      testDescription: "a byte that begins nothing", bytes: Array("lb = ".utf8) + [0xFF, 0xFE],
      refusal: "<stdin>:1:6"),
    BrokenText(
      testDescription: "a character cut short", bytes: Array("lb = 99.9% # ".utf8) + [0xE2, 0x82],
      refusal: "the text is not valid UTF-8 here"),
    BrokenText(
      testDescription: "an overlong slash", bytes: Array("\"".utf8) + [0xC0, 0xAF],
      refusal: "the text is not valid UTF-8 here"),
    BrokenText(
      testDescription: "half a surrogate pair", bytes: Array("a".utf8) + [0xED, 0xA0, 0x80],
      refusal: "the text is not valid UTF-8 here"),
    BrokenText(
      testDescription: "UTF-16",
      bytes: [0xFF, 0xFE] + "lb = 99%".utf16.flatMap { [UInt8($0), 0] },
      refusal: "<stdin>:1:1"),
    BrokenText(
      testDescription: "a NUL byte", bytes: Array("lb = 99%".utf8) + [0],
      refusal: "'U+0' has no meaning here"),
    BrokenText(
      testDescription: "NUL bytes alone", bytes: Array(repeating: 0, count: 10_000),
      refusal: "'U+0' has no meaning here"),
    BrokenText(
      testDescription: "a NUL byte in a name",
      bytes: Array("\"a".utf8) + [0] + Array("\" = 99,9%".utf8),
      refusal: "the decimal sign is a point"),
    BrokenText(
      testDescription: "a bell", bytes: Array("lb = ".utf8) + [7], refusal: "'U+7' has no meaning"),
  ]
}

/// Texts of many megabytes.
enum LargeText {
  /// `a0 = 99.9%`, and then each definition is the one before it.
  static func chain(of count: Int) -> String {
    var text = "a0 = 99.9%\n"
    for number in 1...count { text += "a\(number) = a\(number - 1)\n" }
    return text
  }

  /// Definitions in their canonical form that use nothing of each other.
  static func definitions(bytes: Int) -> String {
    var text = ""
    var number = 0
    while text.utf8.count < bytes {
      number += 1
      text += "a\(number) = 99.9%, mttr 5min\n"
    }
    return text
  }

  /// What a file is full of, repeated to its end.
  static let wrong = [
    ("one letter", "x"), ("one digit", "9"), ("a word a line", "load\n"), ("quotes", "\""),
    ("commas", ","), ("lines of noise", "%&/(=?)[]{}\u{B2}\u{B3}\n"), ("numbers", "99.9 "),
    ("unknown names", "a & "), ("percentages", "99% "), ("clauses", "mttr 5min, "),
    ("operators", "&"), ("dots", "."), ("wide characters", "\u{6F22}"),
    ("a line of parentheses", "()"), ("else", "99% else "),
  ]
}
