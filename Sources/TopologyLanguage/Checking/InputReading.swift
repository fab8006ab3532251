import InputUncertainty
import LifeDistributions
import Quantities

/// The uncertain inputs of a program: finds every belief about the topology, gives it a name, and puts
/// a definite value in its place.
///
/// A belief about what is chosen (a window, a target, an option) stays where it is, and the checker
/// refuses it there.
struct InputReading {
  /// Where the values come from.
  enum Values {
    /// The medians.
    case medians
    /// The far ends of what is drawn, some low and some high.
    case extremes(Extremes)
    /// One draw of all.
    case draw(InputDraw)
  }

  let source: SourceText
  var values: Values
  /// The inputs in the order of the text, with the place of each.
  private(set) var inputs: [(input: UncertainInput, span: SourceSpan)] = []
  /// The files of observations in the order of the text, each once.
  private(set) var files: [(name: String, span: SourceSpan)] = []
  /// What the inputs that are read at present belong to; empty for a question's own expression.
  var definition = ""
  /// How often each name was given.
  private var uses: [String: Int] = [:]
  /// The expressions that are asked about; one that is asked twice is one thing.
  private var asked: Set<String> = []

  init(_ source: SourceText, _ values: Values = .medians) {
    self.source = source
    self.values = values
  }

  /// False for an expression that was asked about before.
  mutating func isNew(_ span: SourceSpan) -> Bool {
    asked.insert(source.anonymousName(span)).inserted
  }

  mutating func note(file: String, at span: SourceSpan) {
    guard !files.contains(where: { $0.name == file }) else { return }
    files.append((file, span))
  }

  /// `web.mttr`, and `web.2.mttr` for the second of that word.
  private mutating func name(_ word: String) -> String {
    let use = uses["\(definition) \(word)", default: 0] + 1
    uses["\(definition) \(word)"] = use
    let parts = [definition, use > 1 ? "\(use)" : "", word]
    return parts.filter { !$0.isEmpty }.joined(separator: ".")
  }

  /// The value of what is believed.
  private mutating func value(
    _ word: String, _ belief: Belief, at span: SourceSpan
  ) throws(Diagnostic) -> InputValue {
    let name = name(word)
    let place = inputs.count
    inputs.append((UncertainInput(name, belief), span))
    do throws(InputUncertaintyError) {
      switch values {
      case .draw(var draw):
        // Given back below, so that the draw isn't copied.
        values = .medians
        defer { values = .draw(draw) }
        return try draw.value(name, belief)
      case .medians:
        return try Self.quantile(name) { () throws(LifeDistributionError) in try belief.median() }
      case .extremes(let extremes):
        return try Self.quantile(name) { () throws(LifeDistributionError) in
          try belief.quantile(of: extremes.probability(of: place))
        }
      }
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: span)
    }
  }

  private static func quantile(
    _ name: String, _ work: () throws(LifeDistributionError) -> InputValue
  ) throws(InputUncertaintyError) -> InputValue {
    do throws(LifeDistributionError) {
      return try work()
    } catch {
      throw .quantile(name, error)
    }
  }
}

/// One definite quantity in the place of a belief, that still shows what was written.
extension InputReading {
  mutating func duration(
    _ duration: DurationSyntax, _ word: String
  ) throws(Diagnostic) -> DurationSyntax {
    guard let belief = try BeliefReading.belief(duration) else { return duration }
    let seconds = try value(word, belief, at: duration.span).number
    guard let length = try? Duration(seconds: seconds) else {
      throw Diagnostic(
        .numberTooLarge, "'\(duration.text)' reaches lengths that can't be held",
        at: duration.span)
    }
    return .point(Written(length, text: duration.text, span: duration.span))
  }

  mutating func percent(
    _ percent: PercentSyntax, _ word: String
  ) throws(Diagnostic) -> PercentSyntax {
    guard let belief = try BeliefReading.belief(percent) else { return percent }
    let value = try value(word, belief, at: percent.span).probability
    return .point(Written(value, text: percent.text, span: percent.span))
  }

  mutating func number(_ number: NumberSyntax, _ word: String) throws(Diagnostic) -> NumberSyntax {
    guard let belief = try BeliefReading.belief(number) else { return number }
    let value = try value(word, belief, at: number.span).number
    return .point(Written(value, text: number.text, span: number.span))
  }

  mutating func rate(_ rate: RateSyntax, _ word: String) throws(Diagnostic) -> RateSyntax {
    guard let (belief, unit) = try BeliefReading.belief(rate) else { return rate }
    let amount = try value(word, belief, at: rate.span).number
    guard let flow = try? Rate(amount, unit: unit) else {
      throw Diagnostic(
        .numberTooLarge, "'\(rate.text)' reaches flows that can't be held", at: rate.span)
    }
    return .point(Written(flow, text: rate.text, span: rate.span))
  }
}

extension SourceText {
  /// An expression that is asked about is called by its own text.
  func anonymousName(_ span: SourceSpan) -> String {
    let words = text(in: span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isLong = words.utf8.count > 200
    return isLong ? "\(words.prefix(200))… (byte \(span.offset))" : words
  }
}
