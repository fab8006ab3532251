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
      service, incidents.filter { $0.service == service }, window: window, terms: terms)
  }

  /// The records of all services, by name, in one window. Cost: n log n. Throws
  /// ``ServiceRecordError``.
  public func records(
    terms: ObservationTerms = ObservationTerms()
  ) throws(ServiceRecordError) -> [ServiceRecord] {
    let window = try checkedWindow(for: terms)
    let groups = Dictionary(grouping: incidents, by: \.service)
    return services.map { name in
      ServiceRecord(name, groups[name] ?? [], window: window, terms: terms)
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
    _ service: String, _ all: [Incident], window: ObservationWindow, terms: ObservationTerms
  ) {
    let counting = Self.counting(all, terms: terms)
    let inside = counting.filter { window.touches($0) }
    // Those outside the window are merged too: an outage may begin or go on there.
    let intervals = counting.map(IncidentInterval.init).sorted { $0.start < $1.start }
    let merged = MergedOutage.merging(
      intervals, gap: terms.joiningGapsShorterThan.wholeNanoseconds)
    let threshold = terms.flapsShorterThan.wholeNanoseconds
    let kept = merged.filter { !$0.isFlap(shorterThan: threshold) }
    self.service = service
    self.window = window
    outages = kept.compactMap { $0.clipped(to: window) }
    flaps = merged.filter { $0.isFlap(shorterThan: threshold) }.compactMap {
      $0.clipped(to: window)
    }
    incidents = inside.count
    incidentsBySeverity = inside.reduce(into: [:]) { $0[$1.severity ?? "", default: 0] += 1 }
    incidentsOutside = counting.count - inside.count
    unknownShares = inside.count { $0.share == nil }
    userWeightedDowntime =
      unknownShares == inside.count ? nil : Self.weighted(kept, of: intervals, in: window)
  }

  /// The incidents that the terms let count.
  private static func counting(_ incidents: [Incident], terms: ObservationTerms) -> [Incident] {
    let severities = terms.severities.map { Set($0.map { $0.lowercased() }) }
    if severities == nil, terms.minimumShare == 0 { return incidents }
    return incidents.filter { incident in
      severities?.contains((incident.severity ?? "").lowercased()) != false
        && (incident.share ?? 1) >= terms.minimumShare
    }
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

extension ObservationWindow {
  /// Whether a part of an incident, be it an instant, lies in the window.
  fileprivate func touches(_ incident: Incident) -> Bool {
    guard incident.start <= to else { return false }
    guard let end = incident.end else { return true }
    return end > from || incident.start >= from
  }
}
