/// Why a number could not become a quantity. The description says what to write instead.
public enum QuantityError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text is not a non-negative decimal number.
  case notANumber(String)
  /// More than 4,000 digits or powers of ten.
  case tooManyDigits(String)
  /// A probability outside 0 to 1, or two tails that don't sum to 1.
  case notAProbability(String)
  /// A duration, frequency or rate that is negative, not finite, or too large for a `Double`.
  case outOfRange(String)
  /// A unit that isn't one of the language's.
  case unknownUnit(String)
  /// `m`: a minute to some tools and a month to others.
  case ambiguousUnit(number: String)

  /// One sentence for people, with what to write instead.
  public var description: String {
    switch self {
    case .notANumber(let text): "'\(text)' is not a number; write digits such as 30 or 99.95"
    case .tooManyDigits(let text): "'\(text)…' has more digits than can be held exactly (4,000)"
    case .notAProbability(let text): "\(text) is not a probability; write 0% to 100%"
    case .outOfRange(let text): "\(text) is out of range; write a finite number that isn't negative"
    case .unknownUnit(let text):
      "'\(text)' is not a unit of time; write ns, us, ms, s, min, h, d, w, mo or y"
    case .ambiguousUnit(let number):
      "'m' is a minute to some tools and a month to others; write \(number)min or \(number)mo"
    }
  }
}
