/// Why a search has no answer.
public enum SizingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A variable without a value, by name.
  case noValues(String)
  /// More designs than can be looked at.
  case tooManyDesigns(Int, limit: Int)
  /// No values make sense; the first flaw.
  case noDesign(String)
  /// The cheapest is asked for, and something has no cost, or nothing has; by name.
  case unpriced([String])
  /// A condition can't be worked out.
  case unanswerable(String)

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .noValues(let name): "there is no value for '\(name)' to choose from"
    case .tooManyDesigns(let count, let limit):
      """
      there are \(count == .max ? "too many" : "\(count)") designs, and at most \(limit) can be \
      looked at; narrow the values
      """
    case .noDesign(let flaw): "none of the values makes sense: \(flaw)"
    case .unpriced(let names):
      names.isEmpty
        ? "nothing has a cost; give each service one, such as `cost 70 per month`"
        : "\(names.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") no cost, so that "
          + "the cheapest design is unknown; write `cost 0` for what is free"
    case .unanswerable(let reason): reason
    }
  }
}

/// Why a description makes no sense with some values.
public struct SizingFlaw: Error, Sendable, Hashable, CustomStringConvertible {
  /// One sentence for people.
  public let description: String

  /// The flaw that `description` tells.
  public init(_ description: String) { self.description = description }
}
