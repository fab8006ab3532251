import Assessment
import Quantities
import StructureFunctions

/// Answers as JSON: keys in snake_case, seconds for all times, numbers with all their digits.
extension JSONValue {
  /// `"kind":"availability"`
  public init(_ answer: AvailabilityAnswer) {
    self = .object(
      Self.head("availability", answer.name) + Self.figures(answer) + [
        .init(key: "method", value: .string(answer.method.rawValue)),
        .init(key: "assumptions", value: .array(answer.assumptions.map { .string($0) })),
      ])
  }

  static func head(_ kind: String, _ name: String) -> [Member] {
    [
      Member(key: "schema", value: .integer(1)), Member(key: "kind", value: .string(kind)),
      Member(key: "name", value: .string(name)),
    ]
  }

  private static func figures(_ answer: AvailabilityAnswer) -> [Member] {
    let downtime = JSONValue.object([
      "per_month": .number(answer.downtime(in: .month).seconds),
      "per_year": .number(answer.downtime(in: .year).seconds),
    ])
    let pairs: KeyValuePairs<String, JSONValue> = [
      "availability": .number(answer.availability.value),
      "unavailability": .number(answer.availability.complement),
      "nines": .figure(answer.availability.nines),
      "full": .number(answer.full.value),
      "expected_level": .number(answer.expectedLevel.value),
      "levels": .array(answer.levels.map(level)),
      "downtime_seconds": downtime,
      "outages_per_year": .figure(answer.outageFrequency?.perYear),
      "mean_outage_seconds": .figure(answer.meanOutage?.seconds),
      "mean_uptime_seconds": .figure(answer.meanUptime?.seconds),
    ]
    return pairs.map { Member(key: $0.key, value: $0.value) }
  }

  private static func level(_ level: LevelProbability) -> JSONValue {
    .object([
      "level": .number(level.level), "probability": .number(level.probability),
      "at_least": .number(level.atLeast.value), "less": .number(level.atLeast.complement),
    ])
  }

  /// `"kind":"check"`; `required` and `probability_met` belong to contracts judged by window and are
  /// null.
  public init(_ answer: CheckAnswer) {
    let pairs: KeyValuePairs<String, JSONValue> = [
      "target": .string(answer.target), "required": .null, "probability_met": .null,
      "met": .bool(answer.isMet), "availability": .number(answer.forecast.availability.value),
      "unavailability": .number(answer.forecast.availability.complement),
      "target_unavailability": .number(answer.required.complement),
      "downtime_seconds": .number(answer.forecast.downtime(in: answer.window).seconds),
      "allowed_seconds": .number(answer.window.downtime(at: answer.required).seconds),
      "method": .string(answer.forecast.method.rawValue),
    ]
    self = .object(
      Self.head("check", answer.name) + pairs.map { Member(key: $0.key, value: $0.value) })
  }

  /// `"kind":"importance"`; cut sets when they were asked for.
  public init(importance rows: [Importance], of name: String, cutSets: [MinimalCutSet]? = nil) {
    var members = Self.head("importance", name)
    members.append(Member(key: "components", value: .array(rows.map(Self.importance))))
    if let cutSets {
      members.append(Member(key: "minimal_cut_sets", value: .array(cutSets.map(Self.cutSet))))
    }
    self = .object(members)
  }

  private static func importance(_ importance: Importance) -> JSONValue {
    .object([
      "name": .string(importance.row.name),
      "part": importance.row.part.map { .string($0) } ?? .null,
      "domains": .array(importance.row.domains.map { .string($0) }),
      "members": .integer(importance.row.members), "birnbaum": .number(importance.birnbaum),
      "criticality": .figure(importance.criticality),
      "fussell_vesely": .figure(importance.fussellVesely),
      "risk_achievement": .figure(importance.riskAchievement),
      "risk_reduction": .figure(importance.riskReduction),
      "downtime_seconds_per_year": .number(importance.downtimePerYear.seconds),
    ])
  }

  private static func cutSet(_ set: MinimalCutSet) -> JSONValue {
    .object([
      "order": .integer(set.order), "probability": .number(set.probability),
      "events": .array(
        set.events.map { event in
          .object([
            "name": .string(event.row.name),
            "part": event.row.part.map { .string($0) } ?? .null,
            "domains": .array(event.row.domains.map { .string($0) }),
            "count": .integer(event.count),
          ])
        }),
    ])
  }

  /// `"kind":"explanation"`
  public init(_ explanation: Explanation) {
    var members = Self.head("explanation", explanation.name)
    members += [
      Member(key: "method", value: .string(explanation.method.rawValue)),
      Member(key: "levels", value: .array(explanation.levels.map { .number($0) })),
      Member(key: "kinds", value: explanation.work.map { .integer($0.kinds) } ?? .null),
      Member(
        key: "shared_parts", value: explanation.work.map { .integer($0.sharedParts) } ?? .null),
      Member(key: "expansions", value: explanation.work.map { .integer($0.expansions) } ?? .null),
      Member(key: "gates", value: explanation.work.map { .integer($0.gates) } ?? .null),
    ]
    self = .object(members)
  }
}
