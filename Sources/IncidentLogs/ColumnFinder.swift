/// Looks for the columns of a header.
struct ColumnFinder {
  let logForm: IncidentLogForm
  private let columns: [NamedColumn]
  private let mapping: ColumnMapping
  private(set) var flaws: [IncidentLogFlaw] = []
  private(set) var notes: [IncidentLogNote] = []

  init(names: [String], mapping: ColumnMapping) {
    columns = names.enumerated().map { index, name in
      let (form, isUniversal) = ColumnNames.withoutUniversalTime(ColumnNames.normalForm(of: name))
      return NamedColumn(
        column: LogColumn(index: index, isUniversal: isUniversal), name: name, form: form)
    }
    logForm = IncidentLogForm(names: Set(columns.map(\.form)))
    self.mapping = mapping
  }

  /// The first column of that name.
  func column(ofForm form: String) -> LogColumn? {
    columns.first { $0.form == form }?.column
  }

  /// The columns of all roles that are there; flaws and notes are kept.
  mutating func columnsByRole() -> [ColumnRole: NamedColumn] {
    var found: [ColumnRole: NamedColumn] = [:]
    for role in ColumnRole.allCases where role != .duration { found[role] = named(role) }
    found[.duration] = duration(besides: found[.end])
    // Unless another flaw says why there is none.
    if found[.start] == nil, !isExplained(.start) { addMissing(.start) }
    if found[.end] == nil, found[.duration] == nil, !isExplained(.end), !isExplained(.duration) {
      addMissing(.end)
    }
    return found
  }

  private func isExplained(_ role: ColumnRole) -> Bool {
    flaws.contains { $0.kind.roles.contains(role) }
  }

  private mutating func addMissing(_ role: ColumnRole) {
    add(.missingColumn(role, asked: nil, columns: columns.map(\.name)))
  }

  private mutating func add(_ kind: IncidentLogFlaw.Kind) {
    flaws.append(IncidentLogFlaw(row: nil, column: nil, kind: kind))
  }

  private mutating func named(_ role: ColumnRole) -> NamedColumn? {
    if let asked = mapping[role] { return mapped(asked, to: role) }
    let ranks = ColumnNames.ranks(of: role)
    let found = ranks.map { names in columns.filter { names.contains($0.form) } }
      .filter { !$0.isEmpty }
    guard let best = found.first else { return nil }
    guard best.count == 1, let column = best.first else {
      add(.ambiguousColumn(role, columns: best.map(\.name)))
      return nil
    }
    let others = found.dropFirst().flatMap { $0 }.map(\.name)
    if !others.isEmpty { notes.append(.chosenColumn(role, column.name, others: others)) }
    return column
  }

  private mutating func mapped(_ asked: String, to role: ColumnRole) -> NamedColumn? {
    let exact = columns.filter { $0.name == asked }
    let form = ColumnNames.withoutUniversalTime(ColumnNames.normalForm(of: asked)).form
    let found = exact.isEmpty ? columns.filter { $0.form == form } : exact
    if found.count > 1 { add(.ambiguousColumn(role, columns: found.map(\.name))) }
    if found.isEmpty { add(.missingColumn(role, asked: asked, columns: columns.map(\.name))) }
    return found.count == 1 ? found.first : nil
  }

  /// A duration's column. Beside an end only one that repeats it is read, as a check.
  private mutating func duration(besides end: NamedColumn?) -> NamedColumn? {
    if let asked = mapping[.duration] { return mapped(asked, to: .duration) }
    if logForm == .pagerDuty, end != nil { return nil }
    let found = columns.filter { column in
      ColumnNames.unit(ofDurationNamed: column.form).isDuration
        && (end == nil || ColumnNames.repeatsStartAndEnd(column.form))
    }
    if end == nil, found.count > 1 {
      add(.ambiguousColumn(.duration, columns: found.map(\.name)))
      return nil
    }
    if found.count > 1 {
      notes.append(
        .chosenColumn(.duration, found[0].name, others: found.dropFirst().map(\.name)))
    }
    return found.first
  }
}

extension IncidentLogFlaw.Kind {
  /// The role whose column is missing or ambiguous.
  fileprivate var roles: [ColumnRole] {
    switch self {
    case .missingColumn(let role, _, _), .ambiguousColumn(let role, _): [role]
    default: []
    }
  }
}
