/// What a column of an incident log tells.
public enum ColumnRole: String, Sendable, Hashable, CaseIterable {
  /// When the incident began.
  case start
  /// When service was restored.
  case end
  /// How long it lasted, where there is no end.
  case duration
  /// Which service was hit.
  case service
  /// How bad it was.
  case severity
  /// The share of users who were hit.
  case share
  /// The zone of times that don't say their own.
  case zone
}

/// Which columns tell what, by the names in the header. What isn't named is looked for among common
/// names.
public struct ColumnMapping: Sendable, Hashable {
  private var names: [ColumnRole: String]

  /// A mapping. Names are compared as they are, then without regard to case, blanks and
  /// punctuation.
  public init(
    start: String? = nil, end: String? = nil, duration: String? = nil, service: String? = nil,
    severity: String? = nil, share: String? = nil, zone: String? = nil
  ) {
    let pairs: [(ColumnRole, String?)] = [
      (.start, start), (.end, end), (.duration, duration), (.service, service),
      (.severity, severity), (.share, share), (.zone, zone),
    ]
    names = [:]
    for (role, name) in pairs { names[role] = name }
  }

  /// The name that was given for a role.
  public subscript(role: ColumnRole) -> String? {
    get { names[role] }
    set { names[role] = newValue }
  }
}
