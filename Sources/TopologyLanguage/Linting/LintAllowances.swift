/// The comments that allow findings, such as `# lint: allow unused`, and what they silence.
struct LintAllowances {
  private struct Allowance {
    let rule: LintRule
    let span: SourceSpan
  }

  private let linter: Linter
  private var allowances: [Allowance] = []
  /// Which of them hold, by the line that they are about.
  private var byLine: [Int: [Int]] = [:]
  /// What is wrong with the comments themselves.
  private var flaws: [LintFinding] = []

  private var source: SourceText { linter.source }

  init(_ linter: Linter) {
    self.linter = linter
    for comment in linter.words.comments {
      guard let start = Self.instruction(in: linter.source.text(in: comment.span)) else { continue }
      let tokens = linter.words.tokens
      let next = tokens[min(comment.tokenIndex, tokens.count - 1)].span
      // A comment of its own is about the next line with text.
      read(
        comment.span, from: start, about: linter.line(of: comment.isBeside ? comment.span : next))
    }
  }

  /// Where the words after `# lint:` begin in a comment; nil for other comments.
  private static func instruction(in comment: String) -> Int? {
    let text = comment.drop { $0 == "#" }.drop { $0 == " " || $0 == "\t" }
    guard text.hasPrefix("lint:") else { return nil }
    return comment.utf8.count - text.utf8.count + 5
  }

  /// Reads `allow unused, domain-loss: why` behind `# lint:`.
  private mutating func read(_ comment: SourceSpan, from start: Int, about line: Int) {
    let rest = SourceSpan(offset: comment.offset + start, length: comment.length - start)
    let words = Self.words(in: rest, source)
    guard let first = words.first, source.text(in: first) == "allow", words.count > 1 else {
      flaws.append(
        LintFinding(
          .lintComment, "this comment allows nothing: `# lint: allow RULE` is read", at: comment))
      return
    }
    for word in words.dropFirst() { allow(word, line) }
  }

  private mutating func allow(_ word: SourceSpan, _ line: Int) {
    let text = source.text(in: word)
    if let rule = LintRule(rawValue: text), rule.severity != .error, rule != .lintComment {
      byLine[line, default: []].append(allowances.count)
      allowances.append(Allowance(rule: rule, span: word))
      return
    }
    let isRule = LintRule(rawValue: text) != nil
    let nearest = Spelling.nearest(to: text, among: LintRule.allCases.map(\.rawValue))
    let sentence = isRule ? "'\(text)' can't be allowed" : "there is no rule '\(text)'"
    flaws.append(
      LintFinding(
        .lintComment, sentence, at: word, fixes: isRule ? [] : [nearest].compactMap(\.self)))
  }

  /// The words up to a colon, blanks and commas between them left out.
  private static func words(in span: SourceSpan, _ source: SourceText) -> [SourceSpan] {
    let list = source.bytes[span.offset..<span.end].prefix { $0 != UInt8(ascii: ":") }
    let separators = Array(" \t,".utf8)
    return list.split(whereSeparator: separators.contains).map { word in
      SourceSpan(offset: word.startIndex, length: word.count)
    }
  }

  /// The findings that nothing allows, and those about comments that allow nothing.
  func applied(to findings: [LintFinding]) -> [LintFinding] {
    guard !(allowances.isEmpty && flaws.isEmpty) else { return findings }
    var used = [Bool](repeating: false, count: allowances.count)
    let left = findings.filter { finding in
      guard finding.severity != .error else { return true }
      let silencing = lines(of: finding).flatMap { byLine[$0] ?? [] }.filter {
        allowances[$0].rule.rawValue == finding.rule
      }
      for index in silencing { used[index] = true }
      return silencing.isEmpty
    }
    let idle = zip(allowances, used).filter { !$0.1 }.map { allowance, _ in
      LintFinding(
        .lintComment, "nothing here breaks '\(allowance.rule.rawValue)': allow it no longer",
        at: allowance.span)
    }
    return left + flaws + idle
  }

  /// The line of a finding, and the first one of its statement.
  private func lines(of finding: LintFinding) -> Set<Int> {
    let own = linter.line(of: finding.span)
    guard let statement = linter.statement(at: finding.span.offset) else { return [own] }
    return [own, linter.line(of: statement.span)]
  }
}
