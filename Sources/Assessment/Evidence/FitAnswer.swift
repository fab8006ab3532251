import IncidentLogs
import LifeDistributions
import Quantities

/// What is asked of an incident log.
public struct FitRequest: Sendable, Hashable {
  /// The services by name, also such as the log doesn't name; empty for all that it does, and for one
  /// without a name in an empty log.
  public var services: [String] = []
  /// What counts as an outage; its window is made of ``from`` and ``to``.
  public var terms = ObservationTerms()
  /// When the log began to be complete; nil for its first instant.
  public var from: Instant?
  /// When it ended to be so; nil for its last instant.
  public var to: Instant?
  /// How sure intervals are, above 0 and below 1.
  public var confidence = Probability(uncheckedValue: 0.95, complement: 0.05)

  /// Asks for all services, at 95 %.
  public init() {}

  /// The time that was watched; nil to take it from the log. Throws ``ServiceRecordError``.
  func window(of log: IncidentLog) throws(ServiceRecordError) -> ObservationWindow? {
    guard from != nil || to != nil else { return terms.window }
    return try ObservationWindow(from: from, to: to, spanning: log.incidents)
  }
}

/// What an incident log says of the services in it.
public struct FitAnswer: Sendable, Hashable {
  /// What the log is called.
  public let name: String
  /// Whose export it is.
  public let form: IncidentLogForm
  /// How many incidents it has.
  public let incidents: Int
  /// What had to be assumed to read it.
  public let notes: [IncidentLogNote]
  /// The services that its incidents name.
  public let namedServices: [String]
  /// Each service by itself.
  public let services: [ServiceEvidence]

  /// Works out what `log`, called `name`, says. Cost: that of ``ServiceEvidence`` for each service.
  /// Throws ``FitError``.
  public init(_ log: IncidentLog, name: String, _ request: FitRequest) throws(FitError) {
    self.name = name
    form = log.form
    incidents = log.incidents.count
    notes = log.notes
    namedServices = log.services
    services = try Self.records(log, request).map { record throws(FitError) in
      try Self.evidence(record, request)
    }
  }

  private static func evidence(
    _ record: ServiceRecord, _ request: FitRequest
  ) throws(FitError) -> ServiceEvidence {
    do throws(LifeDistributionError) {
      return try ServiceEvidence(record, confidence: request.confidence)
    } catch {
      throw .interval(error)
    }
  }

  private static func records(
    _ log: IncidentLog, _ request: FitRequest
  ) throws(FitError) -> [ServiceRecord] {
    var terms = request.terms
    do throws(ServiceRecordError) {
      terms.window = try request.window(of: log)
      guard !request.services.isEmpty || log.services.isEmpty else {
        return try log.records(terms: terms)
      }
      let services = request.services.isEmpty ? [""] : request.services
      return try services.map { [terms] name throws(ServiceRecordError) in
        try log.record(of: name, terms: terms)
      }
    } catch {
      throw .record(error)
    }
  }
}

/// Why an incident log says nothing.
public enum FitError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No record can be made of it.
  case record(ServiceRecordError)
  /// The intervals can't be worked out.
  case interval(LifeDistributionError)

  /// One sentence for people, with what to do instead.
  public var description: String {
    switch self {
    case .record(let error): error.description
    case .interval(.needsGSL):
      """
      `fit` needs the GNU Scientific Library, which this build leaves out; build with the package \
      trait GSL
      """
    case .interval(let error): error.description
    }
  }
}
