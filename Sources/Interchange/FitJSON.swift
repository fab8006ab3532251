import Assessment
import IncidentLogs
import LifeDistributions
import Quantities
import Topology

/// What an incident log says, as JSON: one object a service.
extension JSONValue {
  /// `"kind":"fit"` of one service of an answer; intervals have their confidence and method beside
  /// them, and null for an end that there isn't.
  public init(_ evidence: ServiceEvidence, in answer: FitAnswer) {
    self = .object(
      Self.head("fit", evidence.record.service) + Self.log(answer) + Self.observed(evidence.record)
        + Self.times(evidence)
        + Self.keyed([
          "definition": .array(
            EvidenceDefinition.lines(evidence, from: answer.name).map { .string($0) })
        ]))
  }

  private static func log(_ answer: FitAnswer) -> [Member] {
    keyed([
      "log": .string(answer.name), "form": .string(answer.form.description),
      "log_incidents": .integer(answer.incidents),
      "notes": .array(answer.notes.map { .string($0.description) }),
    ])
  }

  private static func observed(_ record: ServiceRecord) -> [Member] {
    keyed([
      "from": .string("\(record.window.from)"), "to": .string("\(record.window.to)"),
      "window_is_given": .bool(record.window.source == .given),
      "observed_seconds": .number(record.window.length.seconds),
      "incidents": .integer(record.incidents),
      "incidents_outside": .integer(record.incidentsOutside),
      "incidents_by_severity": .object(
        record.incidentsBySeverity.sorted { $0.key < $1.key }.map {
          Member(key: $0.key, value: .integer($0.value))
        }),
      "outages": .integer(record.outages.count),
      "open": .integer(record.outages.count { $0.goesOn }),
      "flaps": .integer(record.flaps.count),
      "flap_seconds": .number(record.flapDowntime.seconds),
      "up_seconds": .number(record.exposure.seconds),
      "downtime_seconds": .number(record.downtime.seconds),
      "user_weighted_downtime_seconds": .figure(record.userWeightedDowntime?.seconds),
    ])
  }

  private static func times(_ evidence: ServiceEvidence) -> [Member] {
    keyed([
      "failures": .figure(evidence.failures.map { Double($0.events) }),
      "mtbf_seconds": meanTime(evidence),
      "mttr_seconds": evidence.restorations.intervals.first.map(interval) ?? .null,
      "uptime_laws": laws(evidence.uptimes), "restoration_laws": laws(evidence.restorations),
    ])
  }

  private static func meanTime(_ evidence: ServiceEvidence) -> JSONValue {
    guard let mean = evidence.mtbf else { return .null }
    return .object([
      "value": .figure(evidence.failures?.meanTime?.seconds), "low": .number(mean.low.seconds),
      "high": .figure(mean.high?.seconds), "confidence": .number(mean.confidence.value),
      "method": .string(mean.isOneSided ? "chi-square, one-sided" : "chi-square"),
    ])
  }

  private static func interval(_ interval: ParameterInterval) -> JSONValue {
    .object([
      "value": .figure(interval.estimate), "low": .figure(interval.low),
      "high": .figure(interval.high), "confidence": .number(interval.confidence),
      "method": .string(interval.method.rawValue),
    ])
  }

  /// The laws, the best first; parameters beside the mean have intervals for the best one alone.
  private static func laws(_ evidence: LawEvidence) -> JSONValue {
    .object([
      "complete": .integer(evidence.sample.complete.count),
      "censored": .integer(evidence.sample.censored.count),
      "refusal": evidence.refusal.map { .string($0.description) } ?? .null,
      "fits": .array(evidence.fits.map(law)),
      "best": .object(
        evidence.intervals.map { Member(key: $0.name, value: interval($0)) }),
      "goodness": evidence.goodness.map(goodness) ?? .null,
    ])
  }

  private static func law(_ fit: LifeFit) -> JSONValue {
    .object([
      "family": .string(fit.family.rawValue), "mean_seconds": .number(fit.law.mean.seconds),
      "shape": .figure(fit.shape), "log_likelihood": .figure(fit.logLikelihood),
      "aic": .figure(fit.aic), "aicc": .figure(fit.aicc),
    ])
  }

  private static func goodness(_ goodness: GoodnessOfFit) -> JSONValue {
    .object([
      "test": .string("anderson-darling, parametric bootstrap"),
      "distance": .number(goodness.distance), "p_value": estimate(goodness.pValue),
      "rounds": .integer(goodness.rounds),
    ])
  }
}
