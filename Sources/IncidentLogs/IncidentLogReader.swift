import Quantities

/// Turns rows into incidents, and keeps the flaws and what is worth a note.
struct IncidentLogReader {
  /// Reading stops there: the rest is likely more of the same.
  static let flawLimit = 20

  let bytes: [UInt8]
  let columns: LogColumns
  private(set) var incidents: [Incident] = []
  private(set) var flaws: [IncidentLogFlaw] = []
  private var rows: ByteRangeTable
  private var rowNumbers: [Int] = []
  private var serviceTexts = TextPool()
  private var severityTexts = TextPool()
  var timeStamps: TimeStampReader
  let givenZone: CivilZone?
  var counts = ReadingCounts()

  init(_ bytes: [UInt8], columns: LogColumns, zone: CivilZone?, zones: ZoneDatabase) {
    self.bytes = bytes
    self.columns = columns
    givenZone = zone
    // About as many as there are rows of common length.
    rows = ByteRangeTable(room: bytes.count / 80)
    timeStamps = TimeStampReader(database: zones)
  }

  /// Whether so many flaws were found that reading stops.
  var isFull: Bool { flaws.count >= Self.flawLimit }

  /// What was assumed, in the order of ``IncidentLogNote``.
  var notes: [IncidentLogNote] { counts.notes }

  /// Keeps a flaw, unless there are enough.
  mutating func add(_ kind: IncidentLogFlaw.Kind, in row: DelimitedRow, _ column: LogColumn?) {
    if !isFull {
      flaws.append(
        IncidentLogFlaw(row: row.number, column: column.map { columns.names[$0.index] }, kind: kind)
      )
    }
  }

  /// Reads one row below the header. Blank rows are stepped over.
  mutating func read(_ row: DelimitedRow) {
    if row.isEmpty { return }
    if let flaw = row.flaw {
      let name = flaw.cell < columns.names.count ? columns.names[flaw.cell] : nil
      flaws.append(
        IncidentLogFlaw(row: row.number, column: name, kind: IncidentLogFlaw.Kind(flaw.kind)))
    } else if row.cells.count != columns.names.count {
      add(.cellCount(row.cells.count, header: columns.names.count), in: row, nil)
    } else if isNew(row) {
      readIncident(row)
    }
  }

  /// Whether no earlier row has the same bytes.
  private mutating func isNew(_ row: DelimitedRow) -> Bool {
    let (index, isNew) = rows.index(of: row.range, in: bytes)
    if isNew {
      rowNumbers.append(row.number)
    } else {
      counts.duplicates.append(DuplicateRow(row: row.number, first: rowNumbers[index]))
    }
    return isNew
  }

  private mutating func readIncident(_ row: DelimitedRow) {
    guard let severity = severity(of: row), let service = service(of: row) else { return }
    if isMaintenance(row, severity: severity) {
      counts.maintenance += 1
      return
    }
    let times = times(of: row)
    let share = share(of: row)
    guard let times, !share.isFlawed else { return }
    let incident = Incident(
      service: service, start: times.start, end: times.end,
      severity: severity.isEmpty ? nil : severity, share: share.known, row: row.number)
    append(incident)
    if times.end == nil { counts.open += 1 }
  }

  private mutating func severity(of row: DelimitedRow) -> String? {
    guard let column = columns.severity else { return "" }
    return checked(severityTexts.text(of: cell(column, row), in: bytes), column, row)
  }

  private mutating func service(of row: DelimitedRow) -> String? {
    guard let column = columns.service else { return "" }
    return checked(serviceTexts.text(of: cell(column, row), in: bytes), column, row)
  }

  /// The text, or nil after adding a flaw.
  private mutating func checked(
    _ text: String?, _ column: LogColumn, _ row: DelimitedRow
  ) -> String? {
    if text == nil { add(.text(cell(column, row).excerpt(in: bytes)), in: row, column) }
    return text
  }

  /// The cell of a column, without the blanks around it.
  func cell(_ column: LogColumn, _ row: DelimitedRow) -> DelimitedCell {
    row.cells[column.index].trimmed(in: bytes)
  }

  private func isMaintenance(_ row: DelimitedRow, severity: String) -> Bool {
    guard columns.logForm == .statuspage else { return false }
    if let scheduled = columns.scheduled, !isNothing(cell(scheduled, row)) { return true }
    return severity == "maintenance"
  }

  /// Appends an incident, or one for each service where the cell lists them.
  private mutating func append(_ incident: Incident) {
    guard columns.listsServices else { return incidents.append(incident) }
    let parts = incident.service.split { $0 == "," || $0 == ";" || $0 == "|" }
      .map { String($0.trimmingBlanks) }.filter { !$0.isEmpty }
    if parts.count < 2 { return incidents.append(incident) }
    counts.severalServices += 1
    for service in Set(parts).sorted() {
      incidents.append(
        Incident(
          service: service, start: incident.start, end: incident.end,
          severity: incident.severity, share: incident.share, row: incident.row))
    }
  }

  private mutating func share(of row: DelimitedRow) -> Field<Double> {
    guard let column = columns.share else { return .absent }
    let cell = cell(column, row)
    if isNothing(cell) { return .absent }
    switch WrittenShare.reading(
      of: cell.range, in: bytes, isPercent: columns.isSharePercent)
    {
    case .success(let share): return .value(share)
    case .failure(let flaw):
      add(.share(cell.excerpt(in: bytes), flaw), in: row, column)
      return .flawed
    }
  }
}

/// What a cell holds.
enum Field<Value> {
  case value(Value)
  case absent
  /// A flaw was added.
  case flawed

  /// The value, if there is one.
  var known: Value? { if case .value(let value) = self { value } else { nil } }
  var isFlawed: Bool { if case .flawed = self { true } else { false } }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let front = drop { $0 == " " || $0 == "\t" }
    return front.lastIndex { $0 != " " && $0 != "\t" }.map { front[...$0] } ?? ""
  }
}
