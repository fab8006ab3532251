import Quantities

/// A number of seconds: a constant, or a multiple of an input.
struct InputMultiple: Hashable, Sendable {
  let factor: Double
  /// The input's place; nil for a constant.
  let input: Int?
}

/// How a component's availability and failure frequency follow from the inputs.
enum ValueRule: Hashable, Sendable {
  /// They don't.
  case constant(up: Double, down: Double, frequency: Double)
  /// From both times.
  case times(up: InputMultiple, down: InputMultiple)
  /// The availability is a given one, the frequency U / restoration; or 0 where there is none.
  case restored(Availability, restoration: InputMultiple?)
  /// The availability is a given one, the frequency A / up time.
  case operating(Availability, uptime: InputMultiple)

  /// An availability that follows from no times.
  enum Availability: Hashable, Sendable {
    case constant(up: Double, down: Double)
    case input(Int)
  }
}
