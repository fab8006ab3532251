import Testing

/// Whether a page is well-formed as XML, and needs nothing but itself.
enum PageCheck {
  /// What is wrong; nothing where all is right.
  static func flaws(of page: String) throws -> [String] {
    try tags(page) + contents(page)
  }

  private static func tags(_ page: String) throws -> [String] {
    var flaws: [String] = []
    var open: [Substring] = []
    let body = page.replacing("<!DOCTYPE html>", with: "")
    // By scalars, as browsers read: a mark behind a sign makes another character of both.
    let tag = /<(\/?)([a-zA-Z0-9]+)((?:\s+[a-zA-Z0-9:-]+="[^"<]*")*)\s*(\/?)>/
    let tags = body.matches(of: tag.matchingSemantics(.unicodeScalar))
    for tag in tags {
      let (_, closing, name, _, empty) = tag.output
      if !closing.isEmpty {
        let last = open.popLast()
        if last != name { flaws.append("</\(name)> closes \(last ?? "nothing")") }
      } else if empty.isEmpty {
        open.append(name)
      }
    }
    if !open.isEmpty { flaws.append("open: \(open)") }
    let count = body.unicodeScalars.count { $0 == "<" }
    if count != tags.count { flaws.append("\(count - tags.count) tags that are none") }
    let entity = /&(amp|lt|gt|quot|#[0-9]+|#x[0-9a-f]+);/
    let ends = body.replacing(entity.matchingSemantics(.unicodeScalar), with: "")
    if ends.unicodeScalars.contains("&") { flaws.append("a bare &") }
    return flaws
  }

  private static func contents(_ page: String) throws -> [String] {
    let rest = page.replacing("http://www.w3.org/2000/svg", with: "")
    let refused = [
      "<script", "http:", "https:", "<link", "<img", "<iframe", "@import", "url(", " onload=",
      "javascript:",
    ]
    var flaws = refused.filter { rest.contains($0) && isCode($0, rest) }
    for part in ["<html lang=\"en\">", "<title>", "name=\"viewport\"", "color-scheme"]
    where !page.contains(part) {
      flaws.append("no \(part)")
    }
    if page.unicodeScalars.contains(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" }) {
      flaws.append("a control character")
    }
    return flaws
  }

  /// What begins with a tag can only be one; other words may stand in the text of the review.
  private static func isCode(_ words: String, _ page: String) -> Bool {
    guard !words.hasPrefix("<") else { return true }
    let shown = page.replacing(/<pre>[^<]*<\/pre>/, with: "")
    return shown.contains(words)
  }
}
