import Quantities

/// The time over which a service was watched, both ends included.
public struct ObservationWindow: Sendable, Hashable {
  /// When watching began.
  public let from: Instant
  /// When it ended, after `from` or, for a window taken from a log with a single instant, equal to
  /// it.
  public let to: Instant
  /// Where the ends come from.
  public let source: Source

  /// Where a window's ends come from.
  public enum Source: Sendable, Hashable {
    /// Both were given.
    case given
    /// At least one is the first or the last instant of a log. The service that fails first then gave no up time
    /// before it, and watching stops at a restoration rather than at a time fixed beforehand: n
    /// incidents of a log's only service bound n - 1 up times.
    case log
  }

  /// A window. Throws ``ServiceRecordError/window(from:to:)`` unless `from` is before `to`.
  public init(from: Instant, to: Instant) throws(ServiceRecordError) {
    guard from < to else { throw .window(from: from, to: to) }
    self.init(from: from, to: to, source: .given)
  }

  /// A window of which one end or both may be given, the others being those of the incidents; nil when
  /// none is given and there are no incidents. Linear. Throws ``ServiceRecordError``.
  public init?(
    from: Instant?, to: Instant?, spanning incidents: [Incident]
  ) throws(ServiceRecordError) {
    let spanned = ObservationWindow(spanning: incidents)
    if from == nil, to == nil {
      guard let spanned else { return nil }
      self = spanned
      return
    }
    guard let first = from ?? spanned?.from, let last = to ?? spanned?.to else { throw .noWindow }
    guard first < last else { throw .window(from: first, to: last) }
    self.init(from: first, to: last, source: from == nil || to == nil ? .log : .given)
  }

  private init(from: Instant, to: Instant, source: Source) {
    self.from = from
    self.to = to
    self.source = source
  }

  /// From the first start to the last start or end of any incident; nil without incidents. Linear.
  public init?(spanning incidents: [Incident]) {
    guard let first = incidents.first else { return nil }
    var (from, to) = (first.start, first.start)
    for incident in incidents {
      from = min(from, incident.start)
      to = max(to, incident.end ?? incident.start)
    }
    self.init(from: from, to: to, source: .log)
  }

  /// Its length; error one rounding.
  public var length: Duration { to.duration(since: from) }
}

/// How a service's record is made of its incidents.
public struct ObservationTerms: Sendable, Hashable {
  /// The time over which it was watched; nil takes it from the whole log.
  public var window: ObservationWindow?
  /// Outages shorter than this are flaps, told apart from outages; zero leaves only those of no
  /// length apart.
  public var flapsShorterThan: Duration
  /// Outages with an up time shorter than this between them are one; zero joins only those that
  /// overlap or touch. Joined before flaps are told apart.
  public var joiningGapsShorterThan: Duration
  /// The severities that count, in any case; nil counts all. An incident without one has the empty
  /// name.
  public var severities: Set<String>?
  /// Incidents that hit a smaller share of users don't count, 0 to 1; those of unknown share do.
  public var minimumShare: Double

  /// Terms; by default all incidents count, and nothing is told apart or joined.
  public init(
    window: ObservationWindow? = nil, flapsShorterThan: Duration = .zero,
    joiningGapsShorterThan: Duration = .zero, severities: Set<String>? = nil,
    minimumShare: Double = 0
  ) {
    self.window = window
    self.flapsShorterThan = flapsShorterThan
    self.joiningGapsShorterThan = joiningGapsShorterThan
    self.severities = severities
    self.minimumShare = minimumShare
  }
}

/// Why a service has no record.
public enum ServiceRecordError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A window whose end isn't after its start.
  case window(from: Instant, to: Instant)
  /// Neither a window nor an incident to take it from.
  case noWindow
  /// A severity that no incident has, and those that there are.
  case unknownSeverity(String, known: [String])
  /// A smallest share outside 0 to 1.
  case share(Double)

  /// One sentence for people, with what to do instead.
  public var description: String {
    switch self {
    case .window(let from, let to):
      "the window ends at \(to), not after it begins at \(from); exchange its ends"
    case .noWindow: "the log has no incidents; say from when to when it was kept"
    case .unknownSeverity(let name, let known):
      "no incident has the severity '\(name)'; the log has \(Self.list(known))"
    case .share(let share): "\(share) is not a share of users; give 0 to 1"
    }
  }

  private static func list(_ names: [String]) -> String {
    let shown = names.prefix(30).map { $0.isEmpty ? "none" : "'\($0.prefix(60))'" }
    let more = names.count > 30 ? " and \(names.count - 30) more" : ""
    return shown.isEmpty ? "no severities" : shown.joined(separator: ", ") + more
  }
}
