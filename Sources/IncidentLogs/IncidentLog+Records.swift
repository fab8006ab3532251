import Quantities

extension IncidentLog {
  /// The record of a service. One that the log doesn't name has no outages: its whole window is up
  /// time. Cost: one pass over the log and a sort of the service's incidents. Throws
  /// ``ServiceRecordError``.
  public func record(
    of service: String, terms: ObservationTerms = ObservationTerms()
  ) throws(ServiceRecordError) -> ServiceRecord {
    let window = try checkedWindow(for: terms)
    return ServiceRecord(
      service, incidents.lazy.filter { $0.service == service }, window: window, terms: terms)
  }

  /// The records of all services, by name, in one window. Cost: n log n. Throws
  /// ``ServiceRecordError``.
  public func records(
    terms: ObservationTerms = ObservationTerms()
  ) throws(ServiceRecordError) -> [ServiceRecord] {
    let window = try checkedWindow(for: terms)
    let groups = Dictionary(grouping: incidents.indices) { incidents[$0].service }
    return services.map { name in
      let indices = groups[name] ?? []
      return ServiceRecord(
        name, indices.lazy.map { incidents[$0] }, window: window, terms: terms)
    }
  }

  private func checkedWindow(
    for terms: ObservationTerms
  ) throws(ServiceRecordError) -> ObservationWindow {
    guard (0...1).contains(terms.minimumShare) else { throw .share(terms.minimumShare) }
    if let wanted = terms.severities {
      let known = Set(incidents.lazy.map { $0.severity ?? "" })
      let folded = Set(known.map { $0.lowercased() })
      for name in wanted.sorted() where !folded.contains(name.lowercased()) {
        throw .unknownSeverity(name, known: known.sorted())
      }
    }
    guard let window = terms.window ?? ObservationWindow(spanning: incidents) else {
      throw .noWindow
    }
    return window
  }
}

extension ServiceRecord {
  /// The record of a service's incidents, in any order.
  init(
    _ service: String, _ all: some Sequence<Incident>, window: ObservationWindow,
    terms: ObservationTerms
  ) {
    let tally = IncidentTally(all, in: window, terms: terms)
    let intervals = tally.intervals.sorted { $0.start < $1.start }
    let merged = MergedOutage.merging(
      intervals, gap: terms.joiningGapsShorterThan.wholeNanoseconds)
    let threshold = terms.flapsShorterThan.wholeNanoseconds
    let kept = merged.filter { !$0.isFlap(shorterThan: threshold) }
    self.service = service
    self.window = window
    outages = kept.compactMap { $0.clipped(to: window) }
    flaps = merged.filter { $0.isFlap(shorterThan: threshold) }
      .compactMap { $0.clipped(to: window) }
    incidents = tally.inside
    incidentsBySeverity = tally.bySeverity
    incidentsOutside = intervals.count - tally.inside
    unknownShares = tally.unknownShares
    userWeightedDowntime =
      tally.unknownShares == tally.inside ? nil : Self.weighted(kept, of: intervals, in: window)
  }

  private static func weighted(
    _ outages: [MergedOutage], of intervals: [IncidentInterval], in window: ObservationWindow
  ) -> Duration? {
    let seconds = outages.reduce(0) {
      $0 + UserWeightedDowntime.seconds(of: intervals[$1.incidents], in: window)
    }
    return try? Duration(seconds: seconds)
  }
}

/// What is counted of a service's incidents in one pass.
private struct IncidentTally {
  /// Those that count. One outside the window is among them: its outage may reach into it.
  private(set) var intervals: [IncidentInterval] = []
  private(set) var inside = 0
  private(set) var bySeverity: [String: Int] = [:]
  private(set) var unknownShares = 0

  init(_ incidents: some Sequence<Incident>, in window: ObservationWindow, terms: ObservationTerms)
  {
    let severities = terms.severities.map { Set($0.map { $0.lowercased() }) }
    for incident in incidents {
      if let severities, !severities.contains((incident.severity ?? "").lowercased()) { continue }
      if (incident.share ?? 1) < terms.minimumShare { continue }
      intervals.append(IncidentInterval(incident))
      guard window.touches(incident) else { continue }
      inside += 1
      bySeverity[incident.severity ?? "", default: 0] += 1
      if incident.share == nil { unknownShares += 1 }
    }
  }
}

extension ObservationWindow {
  /// Whether a part of an incident, be it an instant, lies in the window.
  fileprivate func touches(_ incident: Incident) -> Bool {
    guard incident.start <= to else { return false }
    guard let end = incident.end else { return true }
    return end > from || incident.start >= from
  }
}
