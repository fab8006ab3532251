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
    /// Where it stands, with its parentheses.
    let bareSpan: SourceSpan
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
}

/// A chain of mixed operators as source text with the parentheses that make one meaning of it.
struct OperatorReading {
  private struct Part {
    var weight: String
    var text: String

    var weighted: String { weight + text }
  }

  private var parts: [Part]
  private var operators: [Operator]

  init(_ chain: OperatorChain, of source: SourceText) {
    parts = chain.operands.map { operand in
      let weight = operand.weight.map { "\(source.text(in: $0.span)) * " } ?? ""
      return Part(weight: weight, text: source.text(in: operand.bareSpan))
    }
    operators = chain.operators
  }

  private init(parts: [Part], operators: [Operator]) {
    self.parts = parts
    self.operators = operators
  }

  /// The text in which the last of the operators binds tightest.
  func text(loosestFirst kinds: [Operator]) -> String {
    guard parts.count > 1, let outer = kinds.first else {
      return parts.map(\.weighted).joined()
    }
    let inner = Array(kinds.dropFirst())
    let groups = split(at: outer).map { $0.grouped(inner) }
    guard outer == .otherwise else { return groups.joined(separator: " \(outer.rawValue) ") }
    return Self.nesting(groups)
  }

  /// The text as one operand: the weight of its first part is that of all of it.
  private func grouped(_ kinds: [Operator]) -> String {
    guard parts.count > 1 else { return parts.map(\.weighted).joined() }
    var reading = self
    let isSum = operators.first == .sum
    let weight = isSum ? "" : parts[0].weight
    if !isSum { reading.parts[0].weight = "" }
    return "\(weight)(\(reading.text(loosestFirst: kinds)))"
  }

  private func split(at separator: Operator) -> [OperatorReading] {
    var groups = [OperatorReading(parts: [parts[0]], operators: [])]
    for (next, part) in zip(operators, parts.dropFirst()) {
      if next == separator {
        groups.append(OperatorReading(parts: [part], operators: []))
      } else {
        groups[groups.count - 1].parts.append(part)
        groups[groups.count - 1].operators.append(next)
      }
    }
    return groups
  }

  /// `a else (b else c)`
  private static func nesting(_ parts: [String]) -> String {
    guard let last = parts.last else { return "" }
    return parts.dropLast().reversed().enumerated().reduce(last) { text, part in
      part.offset == 0 ? "\(part.element) else \(text)" : "\(part.element) else (\(text))"
    }
  }
}
