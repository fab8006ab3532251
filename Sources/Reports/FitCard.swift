import Assessment
import IncidentLogs
import LifeDistributions
import Quantities
import Topology

/// What an incident log says of a service, as a short card for people.
public enum FitCard {
  /// The card; `definition` are the lines to paste.
  public static func report(
    _ evidence: ServiceEvidence, in answer: FitAnswer, definition: [String]
  ) -> Report {
    let rows =
      observed(evidence.record) + [("MTBF", mtbf(evidence)), ("MTTR", mttr(evidence))]
      + laws("up times", evidence.uptimes) + laws("repairs", evidence.restorations)
    let name = evidence.record.service.isEmpty ? answer.name : evidence.record.service
    let card = CardLayout.report(name, rows, assuming: notes(evidence, answer))
    return definition.isEmpty ? card : card.followed(by: Report([.verbatim(definition)]))
  }

  // MARK: Observations

  private static func observed(_ record: ServiceRecord) -> [CardLayout.Row] {
    let window = record.window
    return [
      (
        "watched",
        "\(HumanFigures.duration(window.length)), \(window.from) to \(window.to)"
      ),
      ("outages", outages(record)),
      ("down", downtime(record)),
    ] + flaps(record)
  }

  private static func outages(_ record: ServiceRecord) -> String {
    let open = record.outages.count { $0.goesOn }
    let merged = record.incidents - record.outages.count - record.flaps.count
    let parts = [
      merged > 0 ? "of \(record.incidents) incidents, \(merged) of them merged with others" : nil,
      open > 0 ? "\(open) not yet over" : nil,
    ].compactMap(\.self)
    return (["\(record.outages.count)"] + parts).joined(separator: ", ")
  }

  private static func downtime(_ record: ServiceRecord) -> String {
    let share = record.downtime.seconds / max(record.window.length.seconds, 1e-9)
    let all = "\(HumanFigures.duration(record.downtime)), \(HumanFigures.number(share * 100))%"
    let weighted = record.userWeightedDowntime.map {
      ", \(HumanFigures.duration($0)) weighted by the share of users"
    }
    return all + (weighted ?? "")
  }

  private static func flaps(_ record: ServiceRecord) -> [CardLayout.Row] {
    guard !record.flaps.isEmpty else { return [] }
    let length = HumanFigures.duration(record.flapDowntime)
    return [("flaps", "\(record.flaps.count), \(length) in all, not among the outages")]
  }

  // MARK: Times

  private static func mtbf(_ evidence: ServiceEvidence) -> String {
    guard let failures = evidence.failures, let interval = evidence.mtbf else {
      return "unknown: it was never seen up"
    }
    let mean = failures.meanTime.map { HumanFigures.duration($0) } ?? "none seen to fail"
    let low = HumanFigures.duration(interval.low)
    let bounds =
      interval.high.map { "\(low) to \(HumanFigures.duration($0))" } ?? "at least \(low)"
    return """
      \(mean) (\(percent(evidence.confidence)): \(bounds)), chi-square: \(failures.events) \
      failures in \(HumanFigures.duration(failures.exposure)) up
      """
  }

  private static func mttr(_ evidence: ServiceEvidence) -> String {
    let laws = evidence.restorations
    guard let best = laws.fits.first else {
      return "unknown: " + (laws.refusal?.description ?? "no restoration was seen")
    }
    let mean = HumanFigures.duration(best.law.mean)
    guard let interval = laws.intervals.first else { return mean }
    let method = interval.method == .exact ? "chi-square" : interval.method.rawValue
    return "\(mean) (\(percent(evidence.confidence)): \(bounds(interval))), \(method)"
  }

  private static func bounds(_ interval: ParameterInterval) -> String {
    let isTime = interval.name == "mean"
    func text(_ value: Double) -> String {
      isTime
        ? (try? Duration(seconds: value)).map { HumanFigures.duration($0) } ?? "without end"
        : HumanFigures.number(value)
    }
    guard interval.high.isFinite else { return "at least \(text(interval.low))" }
    return "\(text(interval.low)) to \(text(interval.high))"
  }

  private static func percent(_ confidence: Probability) -> String {
    HumanFigures.number(confidence.value * 100) + "%"
  }

  // MARK: Laws

  /// The best law with its shape, and the others by how much worse their AICc is.
  private static func laws(_ label: String, _ evidence: LawEvidence) -> [CardLayout.Row] {
    guard let best = evidence.fits.first else { return [] }
    let shape = evidence.intervals.dropFirst().first.map { " (\(bounds($0)))" } ?? ""
    let first = law(best) + shape + fit(evidence)
    let others = evidence.fits.dropFirst().compactMap { other -> String? in
      guard let own = best.aicc, let theirs = other.aicc else { return nil }
      return "\(law(other)) +\(HumanFigures.number(theirs - own, digits: 2))"
    }
    let rest = others.isEmpty ? [] : ["AICc of others: " + others.joined(separator: ", ")]
    return CardLayout.rows(label, [first] + rest)
  }

  private static func law(_ fit: LifeFit) -> String {
    guard let name = fit.family.shapeName, let shape = fit.shape else {
      return fit.family.rawValue
    }
    return "\(fit.family.rawValue) \(name) \(HumanFigures.number(shape))"
  }

  private static func fit(_ evidence: LawEvidence) -> String {
    guard let goodness = evidence.goodness else { return "" }
    let p = HumanFigures.number(goodness.pValue.value, digits: 2)
    return ", p \(p) by Anderson-Darling and \(goodness.rounds) rounds of bootstrap"
  }

  // MARK: Notes

  private static func notes(_ evidence: ServiceEvidence, _ answer: FitAnswer) -> [String] {
    let record = evidence.record
    let window =
      record.window.source == .given
      ? nil
      : "the log is taken to begin or end with an incident; say `from` and `to` if it was longer"
    let isNamed = answer.namedServices.contains(record.service) || record.service.isEmpty
    let names = answer.namedServices.prefix(12).joined(separator: ", ")
    let unnamed = isNamed ? nil : "no incident names it; those in the log are of \(names)"
    let outside =
      record.incidentsOutside > 0
      ? "\(record.incidentsOutside) incidents lie outside the window" : nil
    let shares =
      record.userWeightedDowntime != nil && record.unknownShares > 0
      ? "\(record.unknownShares) incidents without a share of users weigh as all users" : nil
    let rate = "failures come at a constant rate while it is up, for the interval of the MTBF"
    return ["read as \(answer.form)"] + [unnamed, window, outside, shares].compactMap(\.self) + [
      rate
    ]
      + answer.notes.map(\.description)
  }
}
