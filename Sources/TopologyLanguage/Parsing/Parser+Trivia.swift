// Comments and blank lines.
extension Parser {
  /// The comments and blank lines before the token `last`, none of them twice.
  mutating func takeTrivia(through last: Int) -> [String] {
    var lines: [String] = []
    while nextTrivia < triviaEntries.count, triviaEntries[nextTrivia].tokenIndex <= last {
      lines.append(source.text(in: triviaEntries[nextTrivia].span))
      nextTrivia += 1
    }
    return lines
  }

  /// The comments before the token `last`, without blank lines.
  mutating func takeComments(through last: Int) -> [String] {
    takeTrivia(through: last).filter { !$0.isEmpty }
  }

  /// The comment before the token `next` if it stands beside the one before.
  mutating func takeCommentBeside(before next: Int) -> String? {
    guard nextTrivia < triviaEntries.count else { return nil }
    let entry = triviaEntries[nextTrivia]
    guard entry.isBeside, entry.tokenIndex == next else { return nil }
    nextTrivia += 1
    return source.text(in: entry.span)
  }

  /// The comment beside the statement that ends here, also behind a semicolon.
  mutating func takeCommentBesideStatement() -> String? {
    if let comment = takeCommentBeside(before: index) { return comment }
    guard current.kind == .semicolon, peek().kind == .newline || peek().kind == .end else {
      return nil
    }
    return takeCommentBeside(before: index + 1)
  }

  /// Gathers the comments around the statement that has just been read.
  mutating func trivia(above: [String]) -> Trivia {
    let inside = hoistedComments + takeComments(through: index - 1)
    let after = takeCommentBesideStatement()
    var below = blockComments.below
    if blockComments.beside != nil, let after { below.append(after) }
    let beside = blockComments.beside ?? after
    hoistedComments = []
    blockComments = .none
    return Trivia(above: above + inside, beside: beside, below: below)
  }
}
