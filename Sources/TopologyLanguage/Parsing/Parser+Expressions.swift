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
    let reading = OperatorReading(chain, of: source)
    let kinds = chain.kinds
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
        at: chain.span, fixes: [OperatorReading(chain, of: source).text(loosestFirst: chain.kinds)])
    }
    return ExpressionSyntax(
      .otherwise(
        primary: chain.operands[0].expression, alternative: chain.operands[1].expression),
      span: chain.span)
  }

  private func sum(_ chain: OperatorChain) throws(Diagnostic) -> ExpressionSyntax {
    if chain.hasWeights, let bare = chain.operands.first(where: { $0.weight == nil }) {
      throw Diagnostic(
        .mixedWeights, "either every term of a sum has a weight or none has", at: bare.span)
    }
    let terms = chain.operands.map { SumTerm(weight: $0.weight, operand: $0.expression) }
    return ExpressionSyntax(.sum(terms), span: chain.span)
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
    return .percent(weight)
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
