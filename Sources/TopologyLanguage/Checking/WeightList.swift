import Quantities
import Topology

/// The weights of a sum: each above 0, together 1.
struct WeightList {
  let values: [Double]
  private let weights: [WeightSyntax]

  /// Nil when a term has no weight.
  init?(_ terms: [SumTerm]) throws(Diagnostic) {
    weights = terms.compactMap(\.weight)
    guard weights.count == terms.count else { return nil }
    var values: [Double] = []
    for weight in weights {
      switch weight {
      case .number(let number): values.append(try QuantityReading.value(number))
      case .percent(let percent): values.append(try QuantityReading.value(percent).value)
      }
    }
    self.values = values
  }

  /// Refuses weights that share out more or less than the whole, with the last one that fits.
  func check(_ span: SourceSpan) throws(Diagnostic) {
    for (weight, value) in zip(weights, values) where !(value > 0) {
      throw Diagnostic(
        .weightsSum, "a weight must be above 0; leave out what nobody uses", at: weight.span)
    }
    let sum = values.reduce(0, +)
    guard abs(sum - 1) > 1e-9, let last = weights.last, let value = values.last else { return }
    let rest = 1 - (sum - value)
    let isPossible = rest > 1e-9
    throw Diagnostic(
      .weightsSum, "the weights sum to \(Self.rounded(sum, last)), not \(Self.rounded(1, last))",
      at: isPossible ? last.span : span, fixes: isPossible ? [Self.rounded(rest, last)] : [])
  }

  /// A weight as `sample` is written, without the noise of binary fractions.
  static func rounded(_ value: Double, _ sample: WeightSyntax) -> String {
    switch sample {
    case .number: plain(value)
    case .percent: percentage(value)
    }
  }

  /// A share as a percentage, without the noise of binary fractions.
  static func percentage(_ value: Double) -> String { plain(value * 100) + "%" }

  private static func plain(_ value: Double) -> String {
    let rounded = (value * 1e10).rounded() / 1e10
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
