import Quantities

/// How a catalogue writes rules, ladders, dates and names; nil for anything else.
enum CatalogueNotation {
  /// `continuous`, `whole minutes`, `average errors`, `runs of 5min`, `cells of 5min`,
  /// `errors above 1%`.
  static func rule(_ text: String) -> MeasuringRule? {
    switch text {
    case "continuous": return .continuous
    case "whole minutes": return .wholeMinutes
    case "average errors": return .averageErrors
    default: break
    }
    if let length = rest(of: text, behind: "runs of ").flatMap(minutes) { return .runs(of: length) }
    if let length = rest(of: text, behind: "cells of ").flatMap(minutes) {
      return .cells(of: length)
    }
    return rest(of: text, behind: "errors above ").flatMap(percent).map { .errors(above: $0) }
  }

  /// `10/30/100 @ 99.99/99/95`: credits and the availabilities below which they are due.
  static func ladder(_ text: String) -> CreditLadder? {
    let halves = text.split(separator: " ", omittingEmptySubsequences: false)
    guard halves.count == 3, halves[1] == "@" else { return nil }
    let credits = halves[0].split(separator: "/", omittingEmptySubsequences: false)
    let levels = halves[2].split(separator: "/", omittingEmptySubsequences: false)
    guard credits.count == levels.count else { return nil }
    let steps = zip(credits, levels).compactMap { credit, below -> CreditLadder.Step? in
      guard let credit = number(credit), let below = number(below) else { return nil }
      return CreditLadder.Step(credit: credit, below: below)
    }
    guard steps.count == credits.count else { return nil }
    return try? CreditLadder(steps)
  }

  /// `50%`
  static func percent(_ text: String) -> Probability? {
    guard text.last == "%" else { return nil }
    return number(text.dropLast())
  }

  /// `99.99`, in percent.
  static func number(_ text: some StringProtocol) -> Probability? {
    guard text.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { return nil }
    return try? Probability.percent(String(text))
  }

  /// `2022`, `2022-07` or `2022-07-25`, with months and days that can be.
  static func date(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy(isDigit) })
    else { return nil }
    let limits = [1990...2100, 1...12, 1...31]
    let fits = zip(parts, limits).allSatisfy { part, limit in
      Int(part).map(limit.contains) ?? false
    }
    return fits ? text : nil
  }

  /// Words of small letters and digits, joined by single dots and dashes; at least two of them, so
  /// that no plain word becomes the name of a promise.
  static func name(_ text: String) -> String? {
    let words = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
    let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
    let isPlain = words.allSatisfy { word in
      !word.isEmpty && word.utf8.allSatisfy { isDigit($0) || letters.contains($0) }
    }
    let beginsWithLetter = text.utf8.first.map { !isDigit($0) } ?? false
    return isPlain && beginsWithLetter && text.contains(".") ? text : nil
  }

  private static func minutes(_ text: String) -> Duration? {
    guard text.hasSuffix("min"), let count = UInt32(text.dropLast(3)), (1...1440).contains(count)
    else { return nil }
    return .minutes(count)
  }

  private static func rest(of text: String, behind prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
