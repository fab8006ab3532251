/// The comments that allow findings, such as `# lint: allow unused`, and what they silence.
struct LintAllowances {
  private struct Allowance {
    let rule: LintRule
    let span: SourceSpan
    let covered: [SourceSpan]

    func silences(_ finding: LintFinding) -> Bool {
      finding.rule == rule.rawValue
        && covered.contains { $0.offset <= finding.span.offset && finding.span.offset <= $0.end }
    }
  }

  private let source: SourceText
  private var allowances: [Allowance] = []
  /// What is wrong with the comments themselves.
  private var flaws: [LintFinding] = []

  init(_ source: SourceText, _ program: Program, _ words: WordTable) {
    self.source = source
    for comment in words.comments {
      guard let start = Self.instruction(in: source.text(in: comment.span)) else { continue }
      let covered = Self.covered(by: comment, source, program, words)
      read(comment.span, from: start, covered)
    }
  }

  /// Where the words after `# lint:` begin in a comment; nil for other comments.
  private static func instruction(in comment: String) -> Int? {
    let text = comment.drop { $0 == "#" }.drop { $0 == " " || $0 == "\t" }
    guard text.hasPrefix("lint:") else { return nil }
    return comment.utf8.count - text.utf8.count + 5
  }

  /// The line beside a comment, or the next one with text below it, and the statement that begins there.
  private static func covered(
    by comment: TriviaEntry, _ source: SourceText, _ program: Program, _ words: WordTable
  ) -> [SourceSpan] {
    let token = words.tokens[min(comment.tokenIndex, words.tokens.count - 1)]
    let line = source.line(of: comment.isBeside ? comment.span.offset : token.span.offset)
    let statements = program.statements.map(\.span).filter {
      $0.offset >= line.offset && $0.offset <= line.end
    }
    return [line] + statements
  }

  /// Reads `allow unused, domain-loss: why` behind `# lint:`.
  private mutating func read(_ comment: SourceSpan, from start: Int, _ covered: [SourceSpan]) {
    let rest = SourceSpan(offset: comment.offset + start, length: comment.length - start)
    var words = Self.words(in: rest, source)
    guard let first = words.first, source.text(in: first) == "allow", words.count > 1 else {
      flaws.append(
        LintFinding(
          .lintComment, "this comment allows nothing: `# lint: allow RULE` is read", at: comment))
      return
    }
    words.removeFirst()
    for word in words { allow(word, covered) }
  }

  private mutating func allow(_ word: SourceSpan, _ covered: [SourceSpan]) {
    let text = source.text(in: word)
    if let rule = LintRule(rawValue: text), rule.severity != .error, rule != .lintComment {
      allowances.append(Allowance(rule: rule, span: word, covered: covered))
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
    var used = [Bool](repeating: false, count: allowances.count)
    let left = findings.filter { finding in
      guard finding.severity != .error else { return true }
      let silencing = allowances.indices.filter { allowances[$0].silences(finding) }
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
}
