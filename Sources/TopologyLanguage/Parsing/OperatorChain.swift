/// The operators between parts of a topology.
enum Operator: String {
  case all = "&"
  case any = "|"
  case otherwise = "else"
  case sum = "+"

  init?(_ token: Token) {
    switch token.kind {
    case .ampersand: self = .all
    case .bar: self = .any
    case .plus: self = .sum
    case .word where token.keyword == .and: self = .all
    case .word where token.keyword == .or: self = .any
    case .word where token.keyword == .else: self = .otherwise
    default: return nil
    }
  }
}

/// Operands with operators between them, before it is known whether they mix.
struct OperatorChain {
  struct Operand {
    let weight: WeightSyntax?
    let expression: ExpressionSyntax
    /// Where it stands, with its weight and parentheses.
    let span: SourceSpan
  }

  var operands: [Operand]
  var operators: [Operator] = []

  var span: SourceSpan {
    guard let first = operands.first, let last = operands.last else { return .unknown }
    return first.span.through(last.span)
  }

  var hasWeights: Bool { operands.contains { $0.weight != nil } }

  /// The operators in order of appearance, each once.
  var kinds: [Operator] {
    operators.reduce(into: []) { kinds, next in if !kinds.contains(next) { kinds.append(next) } }
  }

  /// The chain with the parentheses that bind the first or the last of the operators tighter, as
  /// source text.
  func reading(of source: SourceText, tightestFirst: Bool) -> String {
    let texts = operands.map { source.text(in: $0.span) }
    return Self.reading(texts, operators, loosest: tightestFirst ? kinds.reversed() : kinds)
  }

  private static func reading(
    _ texts: [String], _ operators: [Operator], loosest: [Operator]
  ) -> String {
    guard texts.count > 1, let outer = loosest.first else { return texts.joined() }
    let inner = Array(loosest.dropFirst())
    let parts = split(texts, operators, at: outer).map { part in
      let text = reading(part.texts, part.operators, loosest: inner)
      return part.texts.count > 1 ? "(\(text))" : text
    }
    return outer == .otherwise ? nesting(parts) : parts.joined(separator: " \(outer.rawValue) ")
  }

  private static func split(
    _ texts: [String], _ operators: [Operator], at separator: Operator
  ) -> [(texts: [String], operators: [Operator])] {
    var parts: [(texts: [String], operators: [Operator])] = [([texts[0]], [])]
    for (next, text) in zip(operators, texts.dropFirst()) {
      if next == separator {
        parts.append(([text], []))
      } else {
        parts[parts.count - 1].texts.append(text)
        parts[parts.count - 1].operators.append(next)
      }
    }
    return parts
  }

  /// `a else (b else c)`
  private static func nesting(_ parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    return parts.dropLast().reversed().enumerated().reduce(last) { text, part in
      part.offset == 0 ? "\(part.element) else \(text)" : "\(part.element) else (\(text))"
    }
  }
}
