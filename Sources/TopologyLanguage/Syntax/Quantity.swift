import Quantities

/// A value together with how it was written, so that no digit is lost on the way back to text.
public struct Written<Value: Sendable & Hashable>: Sendable, Hashable {
  /// The value.
  public let value: Value
  /// The canonical text, with the digits as written: `99.95%`, `5 nines`, `1h 30min`, `12k rps`.
  public let text: String
  /// Where it stands.
  @NotCompared public var span: SourceSpan

  /// `value`, written `text`.
  public init(_ value: Value, text: String, span: SourceSpan = .unknown) {
    self.value = value
    self.text = text
    self.span = span
  }
}

/// A quantity in the source: one value, or what is believed of it.
public enum Quantity<Value: Sendable & Hashable>: Sendable, Hashable {
  /// One value.
  case point(Written<Value>)
  /// The 90 % interval in which the value is believed to lie.
  case range(low: Written<Value>, high: Written<Value>)
  /// What is believed after some events were counted.
  case posterior(PosteriorSyntax)

  /// The value; nil for a belief.
  public var point: Value? {
    guard case .point(let written) = self else { return nil }
    return written.value
  }

  /// True for a range or a posterior.
  public var isBelief: Bool { point == nil }

  /// The canonical text.
  public var text: String {
    switch self {
    case .point(let written): written.text
    case .range(let low, let high): "\(low.text) to \(high.text)"
    case .posterior(let posterior): posterior.text
    }
  }

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .point(let written): written.span
    case .range(let low, let high): low.span.through(high.span)
    case .posterior(let posterior): posterior.span
    }
  }
}

/// A percentage: `99.95%`, `5 nines`, `99% to 99.9%` or `posterior(48 of 50)`.
public typealias PercentSyntax = Quantity<Probability>
/// A stretch of time: `1h 30min`, `20d to 45d` or `posterior(5 in 1y)`.
public typealias DurationSyntax = Quantity<Duration>
/// A flow: `12k rps`.
public typealias RateSyntax = Quantity<Rate>
/// A plain number: `1.25`.
public typealias NumberSyntax = Quantity<Double>
/// The window of a contract or a figure: `month`, `calendar month`, `30d`.
public typealias WindowSyntax = Written<Window>
