import Assessment
import Quantities
import StructureFunctions

/// Answers as JSON: keys in snake_case, seconds for all times, numbers with all their digits.
extension JSONValue {
  /// `"kind":"availability"`; estimates are objects, and their simulation's size stands beside them.
  public init(_ answer: AvailabilityAnswer) {
    let simulated = answer.estimates.map { Self.simulated($0.result) } ?? []
    self = .object(
      Self.head("availability", answer.name) + Self.figures(answer) + [
        .init(key: "method", value: .string(answer.method.rawValue))
      ] + Self.cost(answer) + simulated + [
        .init(key: "belief", value: .belief(answer.belief)),
        .init(key: "assumptions", value: .array(answer.assumptions.map { .string($0) })),
      ])
  }

  /// Where something has a cost.
  private static func cost(_ answer: AvailabilityAnswer) -> [Member] {
    answer.cost.map { keyed(["cost_per_month": .number($0.perMonth)]) } ?? []
  }

  static func head(_ kind: String, _ name: String) -> [Member] {
    [
      Member(key: "schema", value: .integer(1)), Member(key: "kind", value: .string(kind)),
      Member(key: "name", value: .string(name)),
    ]
  }

  /// Members in the order written.
  static func keyed(_ pairs: KeyValuePairs<String, JSONValue>) -> [Member] {
    pairs.map { Member(key: $0.key, value: $0.value) }
  }

  private static func figures(_ answer: AvailabilityAnswer) -> [Member] {
    let estimates = answer.estimates
    return keyed([
      "availability": figure(answer.availability.value, estimates?.availability),
      "unavailability": figure(answer.availability.complement, estimates?.unavailability),
      "nines": estimates.map { estimate($0.nines) } ?? .figure(answer.availability.nines),
      "full": figure(answer.full.value, estimates?.full),
      "expected_level": figure(answer.expectedLevel.value, estimates?.expectedLevel),
      "levels": levels(answer),
      "downtime_seconds": .object([
        "per_month": downtime(answer, in: .month), "per_year": downtime(answer, in: .year),
      ]),
      "outages_per_year": figure(answer.outageFrequency?.perYear, estimates?.outagesPerYear),
      "mean_outage_seconds": figure(answer.meanOutage?.seconds, estimates?.meanOutage),
      "mean_uptime_seconds": figure(answer.meanUptime?.seconds, estimates?.meanUptime),
    ])
  }

  /// A plain number, or an object where it was estimated.
  static func figure(_ exact: Double?, _ estimate: Estimate?) -> JSONValue {
    estimate.map { self.estimate($0) } ?? .figure(exact)
  }

  static func downtime(_ answer: AvailabilityAnswer, in window: Window) -> JSONValue {
    figure(
      answer.downtime(in: window).seconds,
      answer.estimates?.unavailability.scaled(by: window.length.seconds))
  }

  private static func levels(_ answer: AvailabilityAnswer) -> JSONValue {
    .array(
      answer.levels.enumerated().map { place, level in
        let estimates = answer.estimates?.levels[place]
        return .object([
          "level": .number(level.level),
          "probability": figure(level.probability, estimates?.probability),
          "at_least": figure(level.atLeast.value, estimates?.atLeast),
          "less": figure(level.atLeast.complement, estimates?.less),
        ])
      })
  }

  /// `"kind":"check"`; `required` and `probability_met` belong to contracts judged by window and are
  /// null. `met` is null where the goal lies within the interval of a simulated forecast.
  public init(_ answer: CheckAnswer) {
    let forecast = answer.forecast
    let figures = Self.keyed([
      "target": .string(answer.target), "required": .null, "probability_met": .null,
      "met": answer.isMet.map { .bool($0) } ?? .null,
      "availability": Self.figure(forecast.availability.value, forecast.estimates?.availability),
      "unavailability": Self.figure(
        forecast.availability.complement, forecast.estimates?.unavailability),
      "target_unavailability": .number(answer.required.complement),
      "downtime_seconds": Self.downtime(forecast, in: answer.window),
      "allowed_seconds": .number(answer.window.downtime(at: answer.required).seconds),
      "method": .string(forecast.method.rawValue),
    ])
    let simulated = forecast.estimates.map { Self.simulated($0.result) } ?? []
    let belief = Member(key: "belief", value: .belief(forecast.belief))
    self = .object(Self.head("check", answer.name) + figures + simulated + [belief])
  }

  /// `"kind":"importance"`; cut sets when they were asked for.
  ///
  /// `uncertainInputs` says how many inputs are believed rather than known; they are at their medians.
  public init(
    importance rows: [Importance], of name: String, cutSets: [MinimalCutSet]? = nil,
    uncertainInputs: Int = 0
  ) {
    var members = Self.head("importance", name)
    members.append(Member(key: "components", value: .array(rows.map(Self.importance))))
    members.append(Member(key: "uncertain_inputs", value: .integer(uncertainInputs)))
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
}
