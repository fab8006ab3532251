import Quantities

/// A column that is read. Holds no text: it is copied for every cell.
struct LogColumn: Sendable, Hashable {
  let index: Int
  /// Whether the name says that its times are in UTC.
  let isUniversal: Bool
}

/// A column by its name in the header.
struct NamedColumn: Sendable, Hashable {
  let column: LogColumn
  let name: String
  /// The name without case, blanks, punctuation and UTC.
  let form: String
}

/// The columns that a log's header holds, by what they tell.
struct LogColumns: Sendable {
  /// More columns than any export has.
  static let limit = 10_000

  let names: [String]
  let logForm: IncidentLogForm
  /// Which columns are read, by role.
  let roles: [ColumnRole: String]
  let start: LogColumn
  let end: LogColumn?
  let duration: LogColumn?
  let durationUnit: DurationUnit?
  let service: LogColumn?
  /// Whether a cell may name several services.
  let listsServices: Bool
  let severity: LogColumn?
  let share: LogColumn?
  /// Whether the share's numbers are percentages.
  let isSharePercent: Bool
  let zone: LogColumn?
  /// Statuspage's beginning of a planned maintenance.
  let scheduled: LogColumn?
  let notes: [IncidentLogNote]

  /// Finds the columns by the mapping and by their names. Throws all flaws of the header.
  init(header names: [String], mapping: ColumnMapping) throws(IncidentLogError) {
    var finder = ColumnFinder(names: names, mapping: mapping)
    let found = finder.columnsByRole()
    guard let start = found[.start]?.column, finder.flaws.isEmpty else {
      throw IncidentLogError(flaws: finder.flaws)
    }
    self.names = names
    self.start = start
    roles = found.mapValues(\.name)
    (end, duration) = (found[.end]?.column, found[.duration]?.column)
    (service, severity) = (found[.service]?.column, found[.severity]?.column)
    (share, zone) = (found[.share]?.column, found[.zone]?.column)
    logForm = finder.logForm
    durationUnit = found[.duration].flatMap { ColumnNames.unit(ofDurationNamed: $0.form).unit }
    listsServices = found[.service].map { ColumnNames.listsServices($0.form) } ?? false
    isSharePercent = found[.share].map { ColumnNames.saysPercent($0.form) } ?? false
    scheduled = logForm == .statuspage ? finder.column(ofForm: "scheduledfor") : nil
    notes = finder.notes + (service == nil ? [.noServices] : [])
  }
}
