// Operands and the operators between them.
extension Parser {
  mutating func parseExpression() throws(Diagnostic) -> ExpressionSyntax {
    try nested { parser throws(Diagnostic) in
      let chain = try parser.parseChain()
      return try parser.resolve(chain)
    }
  }

  private mutating func parseChain() throws(Diagnostic) -> OperatorChain {
    var chain = OperatorChain(operands: [try parseTerm()])
    while let next = Operator(current) {
      advance()
      try refuseDoubledOperator()
      chain.operators.append(next)
      chain.operands.append(try parseTerm())
    }
    return chain
  }

  private func refuseDoubledOperator() throws(Diagnostic) {
    guard let previous, Operator(current) != nil, previous.kind == current.kind,
      previous.kind != .word
    else { return }
    throw Diagnostic(
      .doubledOperator, "'\(text(current))' is written once",
      at: previous.span.through(current.span), fixes: [text(current)])
  }

  private func resolve(_ chain: OperatorChain) throws(Diagnostic) -> ExpressionSyntax {
    let kinds = chain.kinds
    guard kinds.count < 2 else { throw mixedOperators(chain) }
    guard let kind = kinds.first ?? (chain.hasWeights ? .sum : nil) else {
      return chain.operands[0].expression
    }
    if chain.hasWeights, kind != .sum { throw weightOutsideSum(chain) }
    let parts = chain.operands.map(\.expression)
    switch kind {
    case .all: return ExpressionSyntax(.all(parts), span: chain.span)
    case .any: return ExpressionSyntax(.any(parts), span: chain.span)
    case .otherwise: return try alternative(chain)
    case .sum: return try sum(chain)
    }
  }

  /// Rule: the error shows every reading; a weight may leave only one of them a meaning.
  private func mixedOperators(_ chain: OperatorChain) -> Diagnostic {
    let kinds = chain.kinds
    guard chain.operands.count <= Self.longestReading else {
      return Diagnostic(
        .mixedOperators, "the operators of this chain don't mix without parentheses",
        at: chain.span)
    }
    let reading = OperatorReading(chain, of: source)
    let readings = [
      reading.text(loosestFirst: kinds.reversed()), reading.text(loosestFirst: kinds),
    ]
    .filter { !chain.hasWeights || (try? Self.parse(SourceText($0))) != nil }
    guard !readings.isEmpty else { return weightOutsideSum(chain) }
    let names = kinds.map { "'\($0.rawValue)'" }.joined(separator: " and ")
    let list = readings.joined(separator: " or ")
    let hint = list.utf8.count <= Self.longestHint ? "; write \(list)" : ""
    return Diagnostic(
      .mixedOperators, "\(names) don't mix without parentheses\(hint)", at: chain.span,
      fixes: readings)
  }

  /// Of chains with more operands no reading is shown: nobody could read it.
  private static var longestReading: Int { 64 }

  /// Longer readings stand only among the fixes.
  private static var longestHint: Int { 120 }

  private func weightOutsideSum(_ chain: OperatorChain) -> Diagnostic {
    Diagnostic(
      .mixedWeights, "a weight belongs to the terms of a sum, joined by '+'", at: chain.span)
  }

  /// Rule: one `else` in each pair of parentheses.
  private func alternative(_ chain: OperatorChain) throws(Diagnostic) -> ExpressionSyntax {
    guard chain.operands.count == 2 else {
      throw Diagnostic(
        .elseChain, "one 'else' in each pair of parentheses: say which stands in for which",
        at: chain.span, fixes: nesting(chain))
    }
    return ExpressionSyntax(
      .otherwise(
        primary: chain.operands[0].expression, alternative: chain.operands[1].expression),
      span: chain.span)
  }

  private func nesting(_ chain: OperatorChain) -> [String] {
    guard chain.operands.count <= Self.longestReading else { return [] }
    return [OperatorReading(chain, of: source).text(loosestFirst: chain.kinds)]
  }

  private func sum(_ chain: OperatorChain) throws(Diagnostic) -> ExpressionSyntax {
    if chain.hasWeights, let bare = chain.operands.first(where: { $0.weight == nil }) {
      throw Diagnostic(
        .mixedWeights, "either every term of a sum has a weight or none has", at: bare.span,
        fixes: remainingWeight(chain).map { ["\($0) * \(source.text(in: bare.span))"] } ?? [])
    }
    let terms = chain.operands.map { SumTerm(weight: $0.weight, operand: $0.expression) }
    return ExpressionSyntax(.sum(terms), span: chain.span)
  }

  /// What is left of 1 for the one term without a weight; nil when there are several, or nothing.
  private func remainingWeight(_ chain: OperatorChain) -> String? {
    let weights = chain.operands.compactMap(\.weight)
    guard weights.count == chain.operands.count - 1, let sample = weights.first else { return nil }
    let rest = 1 - weights.reduce(0) { $0 + $1.share }
    return rest > 1e-9 ? WeightList.rounded(rest, sample) : nil
  }

  private mutating func parseTerm() throws(Diagnostic) -> OperatorChain.Operand {
    let start = current.span
    let weight = try parseWeight()
    let bareStart = current.span
    let operand = try parseOperand()
    try refuseWeightBehind(operand, from: start)
    return OperatorChain.Operand(
      weight: weight, expression: operand, span: span(from: start),
      bareSpan: span(from: bareStart))
  }

  /// `0.6 *` or `60% *`
  private mutating func parseWeight() throws(Diagnostic) -> WeightSyntax? {
    guard current.kind == .number else { return nil }
    try refuseRangeOfWeights()
    if peek().kind == .star {
      let weight = try double(current)
      let token = advance()
      advance()
      return .number(.point(Written(weight, text: text(token), span: token.span)))
    }
    guard peek(2).kind == .star, peek().kind == .percentSign || peek().keyword == .nines else {
      return nil
    }
    let weight = try parsePercent(after: "the sum")
    advance()
    try refuseAvailabilityBefore(weight)
    return .percent(weight)
  }

  /// `50% to 60% * search`: weights share out the whole, so that none of them can be uncertain alone.
  private func refuseRangeOfWeights() throws(Diagnostic) {
    let sign = peek().kind == .percentSign ? 1 : 0
    guard peek(sign + 1).keyword == .to, peek(sign + 2).kind == .number else { return }
    let last = sign + (peek(sign + 3).kind == .percentSign ? 3 : 2)
    guard peek(last + 1).kind == .star else { return }
    let low = source.text(in: current.span.through(peek(sign).span))
    let high = source.text(in: peek(sign + 2).span.through(peek(last).span))
    throw Diagnostic(
      .misplacedBelief, "weights share out the whole, so that a weight is one value, not a range",
      at: current.span.through(peek(last).span), fixes: [low, high])
  }

  /// `98% * 0.5`: a bare number is no part, so that it is the weight.
  private func refuseAvailabilityBefore(_ part: PercentSyntax) throws(Diagnostic) {
    let next = peek()
    let isPart = next.kind == .percentSign || next.kind == .word || next.kind == .star
    guard current.kind == .number, !isPart else { return }
    throw Diagnostic(
      .mixedWeights, "the weight of a term stands before it",
      at: part.span.through(current.span), fixes: ["\(text(current)) * \(part.text)"])
  }

  private func refuseWeightBehind(
    _ operand: ExpressionSyntax, from start: SourceSpan
  ) throws(Diagnostic) {
    guard current.kind == .star, peek().kind == .number else { return }
    let weight = peek(2).kind == .percentSign ? peek().span.through(peek(2).span) : peek().span
    throw Diagnostic(
      .mixedWeights, "the weight of a term stands before it", at: start.through(weight),
      fixes: ["\(source.text(in: weight)) * \(source.text(in: span(from: start)))"])
  }
}
