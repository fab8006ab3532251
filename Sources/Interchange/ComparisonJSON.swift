import Assessment
import OutageSimulation
import Quantities
import TopologyLanguage

/// Changes and differences as JSON.
extension JSONValue {
  /// `"kind":"with"`: what was changed. For a question of availability the answers before and after
  /// and their difference stand beside it; for others these are null, and their own objects follow.
  public init(_ changes: [ValueChange], of name: String?, _ change: AvailabilityChange? = nil) {
    let head = Self.keyed([
      "schema": .integer(1), "kind": .string("with"),
      "name": name.map { .string($0) } ?? .null,
      "changes": .array(changes.map { Self.change($0) }),
    ])
    self = .object(
      head
        + Self.keyed([
          "before": change.map { JSONValue($0.before) } ?? .null,
          "after": change.map { JSONValue($0.after) } ?? .null,
          "difference": change.map { .object(Self.members($0.difference)) } ?? .null,
        ]))
  }

  /// `"kind":"comparison"`: each thing, each pair of them, and how the figures were obtained.
  public init(_ comparison: Comparison, sentence: String) {
    let places = comparison.subjects.indices
    let pairs = places.flatMap { first in places.dropFirst(first + 1).map { (first, $0) } }
    self = .object(
      Self.keyed([
        "schema": .integer(1), "kind": .string("comparison"),
        "subjects": .array(comparison.subjects.map { Self.subject(in: comparison, $0) }),
        "differences": .array(pairs.map { Self.difference(in: comparison, $0.0, $0.1) }),
        "best": .string(comparison.subjects[comparison.best].name),
        "sentence": .string(sentence), "method": .string(comparison.method.rawValue),
        "reason": comparison.refusal.map { .string($0.reason) } ?? .null,
      ])
        + (comparison.result.map { Self.simulated($0) } ?? [])
        + Self.keyed(["assumptions": .array(comparison.assumptions.map { .string($0) })]))
  }

  private static func subject(
    in comparison: Comparison, _ subject: Comparison.Subject
  ) -> JSONValue {
    let share = subject.unavailability
    func figure(_ figure: Estimate) -> JSONValue {
      comparison.method == .exact ? .figure(figure.value) : estimate(figure)
    }
    return .object([
      "name": .string(subject.name), "unavailability": figure(share),
      "downtime_seconds": .object([
        "per_month": figure(share.scaled(by: Window.month.length.seconds)),
        "per_year": figure(share.scaled(by: Window.year.length.seconds)),
      ]),
      "outages_per_year": subject.outagesPerYear.map { figure($0) } ?? .null,
    ])
  }

  private static func difference(
    in comparison: Comparison, _ first: Int, _ second: Int
  ) -> JSONValue {
    .object(
      keyed([
        "first": .string(comparison.subjects[first].name),
        "second": .string(comparison.subjects[second].name),
      ]) + members(comparison.difference(from: first, to: second)))
  }

  private static func simulated(_ result: PairedResult) -> [Member] {
    keyed([
      "horizon_seconds": .number(result.horizon.seconds),
      "replications": .integer(result.replications),
      "seed": Int(exactly: result.seed).map { .integer($0) } ?? .string("\(result.seed)"),
      "start": .string(result.start.rawValue),
      "warm_up_seconds": .figure(result.warmUp?.seconds),
      "ending": .string(result.ending.rawValue),
    ])
  }

  private static func change(_ change: ValueChange) -> JSONValue {
    .object([
      "path": .string(change.path), "before": change.before.map { .string($0) } ?? .null,
      "after": .string(change.after),
    ])
  }

  /// What the second is down more than the first.
  static func members(_ difference: DowntimeDifference) -> [Member] {
    func figure(_ figure: Estimate) -> JSONValue {
      difference.isExact ? .figure(figure.value) : estimate(figure)
    }
    return keyed([
      "unavailability": figure(difference.unavailability),
      "downtime_seconds_per_year": figure(difference.secondsPerYear),
      "ratio": .figure(difference.ratio), "verdict": .string(difference.verdict.rawValue),
    ])
  }
}
