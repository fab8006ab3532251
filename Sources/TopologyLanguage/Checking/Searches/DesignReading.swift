import CapacityPlanning
import Topology

/// The program of a search with values for its free names.
struct DesignReading: Sendable {
  /// The program without its questions, every belief at its median.
  let program: Program
  let source: SourceText
  let observed: [String: ObservedLives]
  let demands: DemandTable
  /// The values of each free name.
  let unknowns: [SearchUnknown]

  /// The free names at their places of the lists of values.
  func binding(_ choices: [Int]) -> NameBinding {
    NameBinding(
      Dictionary(
        uniqueKeysWithValues: zip(unknowns, choices).map { ($0.name.text, $0.values[$1]) }))
  }

  /// The topology at these choices; a flaw is shown where it stands.
  func topology(_ choices: [Int]) throws(Diagnostic) -> Topology {
    var binding = binding(choices)
    let definite = binding.program(program)
    var checker = Checker(source, try LawTable(of: definite, observed), demands)
    try checker.noteDemands(of: definite)
    for statement in definite.statements { try checker.define(statement) }
    return try checker.makeTopology()
  }

  /// The same for a search, which goes on without designs that make no sense.
  func design(_ choices: [Int]) throws(SizingFlaw) -> Topology {
    do throws(Diagnostic) {
      return try topology(choices)
    } catch {
      throw SizingFlaw(error.message)
    }
  }

  /// The first choices that make sense: all at their first values, all at their last, or any. Throws the
  /// flaw of the first where none does.
  func sensibleChoices() throws(Diagnostic) -> [Int] {
    let first = unknowns.map { _ in 0 }
    do throws(Diagnostic) {
      _ = try topology(first)
      return first
    } catch {
      return try others(error)
    }
  }

  private func others(_ flaw: Diagnostic) throws(Diagnostic) -> [Int] {
    let longest = unknowns.map(\.values.count).max() ?? 1
    for place in (1..<max(2, min(longest, 1_000))).reversed() {
      let choices = unknowns.map { min(place, $0.values.count - 1) }
      if (try? topology(choices)) != nil { return choices }
    }
    throw flaw
  }
}

/// A free name and all its values.
struct SearchUnknown: Sendable {
  let name: Identifier
  let values: [ValueSyntax]

  /// More values than this of one name are refused.
  private static let limit = 20_000

  init(_ unknown: Search.Unknown) throws(Diagnostic) {
    name = unknown.name
    switch unknown.values {
    case .list(let values): self.values = try Self.values(values)
    case .range(let range): self.values = try Self.values(range)
    }
  }

  /// The values as people read them.
  var texts: [String] { values.map { TimeWriter.text($0) } }

  private static func values(_ list: [ValueSyntax]) throws(Diagnostic) -> [ValueSyntax] {
    for value in list where value.isBelief {
      throw Diagnostic(
        .misplacedBelief, "what is chosen is no belief: write one value", at: value.span)
    }
    var seen: Set<ValueSyntax> = []
    for value in list where !seen.insert(value).inserted {
      throw Diagnostic(
        .duplicateClause, "'\(TimeWriter.text(value))' stands here twice; keep one of them",
        at: value.span)
    }
    return list
  }

  private static func values(_ range: RangeSyntax) throws(Diagnostic) -> [ValueSyntax] {
    let low = try wholeNumber(range.low, in: range)
    let high = try wholeNumber(range.high, in: range)
    guard low <= high else {
      throw Diagnostic(
        .valueOutOfRange, "the range \(low)..\(high) is empty: it begins above its end",
        at: range.span, fixes: ["\(high)..\(low)"])
    }
    guard high - low < limit else {
      throw Diagnostic(
        .valueOutOfRange, "at most \(limit) values can be looked at", at: range.span,
        fixes: ["\(low)..\(low + limit - 1)"])
    }
    return (low...high).map {
      .number(.point(Written(Double($0), text: "\($0)", span: range.span)))
    }
  }

  private static func wholeNumber(
    _ value: ValueSyntax, in range: RangeSyntax
  ) throws(Diagnostic) -> Int {
    guard case .number(.point(let number)) = value, let whole = Int(exactly: number.value),
      whole >= 0
    else {
      throw Diagnostic(
        .expectedNumber,
        "a range to look in has whole numbers of 0 or more; list other values, as in (5min, 1h)",
        at: range.span, fixes: ["1..20"])
    }
    return whole
  }
}

extension ValueSyntax {
  fileprivate var isBelief: Bool {
    switch self {
    case .percent(let percent): percent.isBelief
    case .duration(let duration): duration.isBelief
    case .rate(let rate): rate.isBelief
    case .number(let number): number.isBelief
    case .law, .name: false
    }
  }
}
