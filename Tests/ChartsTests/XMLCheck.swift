import Foundation
import Testing

/// Whether a text is well-formed XML, and fit to be a chart.
enum XMLCheck {
  /// What is wrong; nothing where all is right.
  static func flaws(of text: String) throws -> [String] {
    var flaws: [String] = []
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/) {
      let (_, closing, name, _, empty) = tag.output
      if !closing.isEmpty {
        if open.popLast() != name { flaws.append("</\(name)> closes something else") }
      } else if empty.isEmpty {
        open.append(name)
      }
    }
    if !open.isEmpty { flaws.append("open: \(open)") }
    let tags = text.count { $0 == "<" }
    let known = text.matches(of: /<\/?[a-zA-Z]+(?:\s+[a-zA-Z0-9:-]+="[^"<]*")*\s*\/?>/).count
    if tags != known { flaws.append("\(tags - known) tags that are none") }
    if !text.matches(of: /="[^"]*\d\.\d{3}/).isEmpty { flaws.append("more than two decimals") }
    if !text.matches(of: /="[^"]*(nan|inf)\b/).isEmpty { flaws.append("no number") }
    for part in ["role=\"img\"", "<title ", "<desc ", "viewBox="] where !text.contains(part) {
      flaws.append("no \(part)")
    }
    return flaws
  }
}
