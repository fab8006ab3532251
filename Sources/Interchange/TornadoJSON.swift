import Assessment
import Quantities

/// Tornados as JSON.
extension JSONValue {
  /// `"kind":"tornado"`: inputs by their effect, most first; an end that can't be is null.
  public init(_ tornado: Tornado) {
    self = .object(
      Self.head("tornado", tornado.name)
        + Self.keyed([
          "unavailability": .number(tornado.unavailability),
          "downtime_seconds_per_year": .number(
            tornado.unavailability * Window.year.length.seconds),
          "inputs": .array(tornado.bars.map { Self.bar($0, tornado) }),
          "without_effect": .array(tornado.withoutEffect.map { .string($0) }),
          "method": .string(AnswerMethod.exact.rawValue),
          "assumptions": .array(tornado.assumptions.map { .string($0) }),
        ]))
  }

  private static func bar(_ bar: Tornado.Bar, _ tornado: Tornado) -> JSONValue {
    func change(_ end: Double?) -> JSONValue {
      .figure(end.map { tornado.secondsPerYear($0) })
    }
    return .object([
      "name": .string(bar.name), "value": .string(bar.text), "believed": .bool(bar.isBelief),
      "low_seconds_per_year": change(bar.low), "high_seconds_per_year": change(bar.high),
    ])
  }
}
