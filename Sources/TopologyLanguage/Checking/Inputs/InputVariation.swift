import Quantities

/// A numeric input of a program, known or believed.
struct VariedInput: Sendable, Hashable {
  /// `web.mttr`, and `site.2.availability` for the second of that word.
  let name: String
  /// Its value as written.
  let text: String
  /// True where it is believed rather than known.
  let isBelief: Bool
}

/// Which input of a program is changed while it is read, all others staying as they are: a known one
/// is halved or doubled, a believed one goes to an end of its 90 % interval.
struct InputVariation {
  /// The place of the input among all, in the order of the text; nil for none.
  let target: Int?
  /// True for the upper end.
  let isHigh: Bool
  /// The inputs that were met.
  private(set) var inputs: [VariedInput] = []

  init(of target: Int? = nil, isHigh: Bool = false) {
    self.target = target
    self.isHigh = isHigh
  }

  /// Notes an input; true when it is its turn to be changed.
  mutating func meet(_ name: String, _ text: String, isBelief: Bool) -> Bool {
    defer { inputs.append(VariedInput(name: name, text: text, isBelief: isBelief)) }
    return target == inputs.count
  }

  /// What a known input is multiplied with.
  var factor: Double { isHigh ? 2 : 0.5 }
}

// Known quantities, which are inputs only while one of all is varied.
extension InputReading {
  mutating func varied(_ duration: DurationSyntax, _ word: String) -> DurationSyntax {
    guard let written = written(duration), written.value > .zero,
      let factor = turn(word, written.text),
      let length = try? Duration(seconds: written.value.seconds * factor)
    else { return duration }
    return .point(Written(length, text: written.text, span: written.span))
  }

  mutating func varied(_ number: NumberSyntax, _ word: String) -> NumberSyntax {
    guard let written = written(number), written.value > 0, let factor = turn(word, written.text)
    else { return number }
    return .point(Written(written.value * factor, text: written.text, span: written.span))
  }

  mutating func varied(_ rate: RateSyntax, _ word: String) -> RateSyntax {
    guard let written = written(rate), written.value.amount > 0,
      let factor = turn(word, written.text),
      let flow = try? Rate(written.value.amount * factor, unit: written.value.unit)
    else { return rate }
    return .point(Written(flow, text: written.text, span: written.span))
  }

  /// What an availability lacks of 100 % is halved and doubled; of a share that does harm, the share.
  mutating func varied(_ percent: PercentSyntax, _ word: String) -> PercentSyntax {
    guard let written = written(percent) else { return percent }
    let isGood = Self.isGood(word)
    let bad = isGood ? written.value.complement : written.value.value
    guard bad > 0, bad < 1, let factor = turn(word, written.text) else { return percent }
    let (changed, rest) = Self.changed(bad, by: factor)
    let value = Probability(
      uncheckedValue: isGood ? rest : changed, complement: isGood ? changed : rest)
    return .point(Written(value, text: written.text, span: written.span))
  }

  /// A share times a factor, at most 1, and what is left of it.
  private static func changed(_ share: Double, by factor: Double) -> (Double, rest: Double) {
    let changed = min(1, share * factor)
    return (changed, 1 - changed)
  }

  /// True for percentages of which more is better.
  private static func isGood(_ word: String) -> Bool {
    let last = word.split(separator: ".").last.map(String.init) ?? word
    return ["availability", "success", "level", "degraded", "fallback", "catches"].contains(last)
  }

  private func written<Value>(_ quantity: Quantity<Value>) -> Written<Value>? {
    guard variation != nil, case .point(let written) = quantity else { return nil }
    return written
  }

  /// What the next known input is multiplied with; nil where it is another one's turn.
  private mutating func turn(_ word: String, _ text: String) -> Double? {
    let name = name(word)
    guard variation?.meet(name, text, isBelief: false) ?? false else { return nil }
    return variation?.factor
  }
}
