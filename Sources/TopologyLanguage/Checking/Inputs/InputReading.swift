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
    /// One input, by its place, at an end of its range; the others at their medians.
    case end(place: Int, isHigh: Bool)
    /// One draw of all.
    case draw(InputDraw)
  }

  let source: SourceText
  var values: Values
  /// Which input is changed, known ones included; nil where only beliefs are inputs.
  var variation: InputVariation?
  /// The inputs in the order of the text, with the place of each.
  private(set) var inputs: [PlacedInput] = []
  /// The files of observations in the order of the text, each once.
  private(set) var files: [(name: String, span: SourceSpan)] = []
  /// What the inputs that are read at present belong to; empty for a question's own expression.
  var definition = ""
  /// The names that are given, and how often each word of a definition was named.
  private var names: Set<String> = []
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

  /// `web.mttr`, and `web.2.mttr` for the second of that word; none is given twice.
  mutating func name(_ word: String) -> String {
    let first = Self.joined(definition, word)
    var name = first
    while !names.insert(name).inserted {
      let use = uses[first, default: 1] + 1
      uses[first] = use
      name = Self.joined(definition, "\(use).\(word)")
    }
    return name
  }

  private static func joined(_ definition: String, _ word: String) -> String {
    definition.isEmpty ? word : "\(definition).\(word)"
  }

  /// The value of what is believed.
  private mutating func value(
    _ word: String, _ belief: Belief, at span: SourceSpan
  ) throws(Diagnostic) -> InputValue {
    let name = name(word)
    let place = inputs.count
    inputs.append(PlacedInput(input: UncertainInput(name, belief), span: span))
    let isVaried = variation?.meet(name, source.text(in: span), isBelief: true) ?? false
    do throws(InputUncertaintyError) {
      if isVaried {
        let end = variation?.isHigh ?? false ? Self.low.inverted : Self.low
        return try Self.quantile(end, of: belief, name)
      }
      switch values {
      case .draw(var draw):
        // Given back below, so that the draw isn't copied.
        values = .medians
        defer { values = .draw(draw) }
        return try draw.value(name, belief)
      case .medians: return try Self.quantile(nil, of: belief, name)
      case .extremes(let extremes):
        return try Self.quantile(extremes.probability(of: place), of: belief, name)
      case .end(let end, let isHigh):
        let probability = isHigh ? Self.low.inverted : Self.low
        return try Self.quantile(end == place ? probability : nil, of: belief, name)
      }
    } catch .quantile(_, .needsGSL) {
      throw missingLibrary(span)
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: span)
    }
  }

  private func missingLibrary(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(
      .missingLibrary,
      "'\(source.text(in: span))' needs the GNU Scientific Library, which this build leaves out; "
        + "write a range such as 20d to 45d or 99% to 99.9%", at: span)
  }

  /// Below the lower end of a range.
  private static let low = Probability(uncheckedValue: 0.05, complement: 0.95)

  /// The median where no probability is given.
  private static func quantile(
    _ probability: Probability?, of belief: Belief, _ name: String
  ) throws(InputUncertaintyError) -> InputValue {
    do throws(LifeDistributionError) {
      guard let probability else { return try belief.median() }
      return try belief.quantile(of: probability)
    } catch {
      throw .quantile(name, error)
    }
  }
}

/// An uncertain input and where it stands.
struct PlacedInput {
  let input: UncertainInput
  let span: SourceSpan
}

/// One definite quantity in the place of a belief, that still shows what was written.
extension InputReading {
  mutating func duration(
    _ duration: DurationSyntax, _ word: String
  ) throws(Diagnostic) -> DurationSyntax {
    guard let belief = try BeliefReading.belief(duration) else { return varied(duration, word) }
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
    guard let belief = try BeliefReading.belief(percent) else { return varied(percent, word) }
    let value = try value(word, belief, at: percent.span).probability
    return .point(Written(value, text: percent.text, span: percent.span))
  }

  mutating func number(_ number: NumberSyntax, _ word: String) throws(Diagnostic) -> NumberSyntax {
    guard let belief = try BeliefReading.belief(number) else { return varied(number, word) }
    let value = try value(word, belief, at: number.span).number
    return .point(Written(value, text: number.text, span: number.span))
  }

  mutating func rate(_ rate: RateSyntax, _ word: String) throws(Diagnostic) -> RateSyntax {
    guard let (belief, unit) = try BeliefReading.belief(rate) else { return varied(rate, word) }
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
  package func anonymousName(_ span: SourceSpan) -> String {
    let words = text(in: span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let isLong = words.utf8.count > 200
    return isLong ? "\(words.prefix(200))… (byte \(span.offset))" : words
  }
}
