/// What an incident log says, and what had to be assumed to read it.
public struct IncidentLog: Sendable {
  /// In the order of the rows; a row that names several services makes one for each.
  public let incidents: [Incident]
  /// Whose export it is.
  public let form: IncidentLogForm
  /// Which columns were read, by their names in the header.
  public let columns: [ColumnRole: String]
  /// What the reader should know.
  public let notes: [IncidentLogNote]
  /// The services by name, each once.
  public let services: [String]

  /// A log of incidents from elsewhere. Cost: one pass and a sort of the services.
  public init(
    incidents: [Incident], form: IncidentLogForm = .table, columns: [ColumnRole: String] = [:],
    notes: [IncidentLogNote] = []
  ) {
    self.incidents = incidents
    self.form = form
    self.columns = columns
    self.notes = notes
    services = Set(incidents.lazy.map(\.service)).sorted()
  }

  /// Reads a log from the bytes of a text with a header and one row an incident, its cells
  /// separated by commas, semicolons or tabs (RFC 4180). There must be a start, and an end or a
  /// duration; an incident whose end is empty, `null`, `open`, `ongoing` or `-` goes on. Times
  /// without a zone are read in `zone`, or in UTC with a note. Cost: linear, about 1 µs a row.
  /// Throws ``IncidentLogError`` with the first 20 flaws.
  public init(
    _ bytes: [UInt8], columns mapping: ColumnMapping = ColumnMapping(), zone: CivilZone? = nil,
    zones: ZoneDatabase = .system
  ) throws(IncidentLogError) {
    var text = DelimitedText(bytes)
    let columns = try Self.columns(of: &text, mapping: mapping)
    var reader = IncidentLogReader(bytes, columns: columns, zone: zone, zones: zones)
    var row = DelimitedRow()
    while !reader.isFull, text.next(into: &row) { reader.read(row) }
    if !reader.flaws.isEmpty {
      throw IncidentLogError(flaws: reader.flaws, isCutShort: reader.isFull)
    }
    self.init(
      incidents: reader.incidents, form: columns.logForm, columns: columns.roles,
      notes: columns.notes + reader.notes)
  }

  /// Reads the header, the first row that isn't blank.
  private static func columns(
    of text: inout DelimitedText, mapping: ColumnMapping
  ) throws(IncidentLogError) -> LogColumns {
    func flaw(_ kind: IncidentLogFlaw.Kind) -> IncidentLogError {
      IncidentLogError(flaws: [IncidentLogFlaw(row: nil, column: nil, kind: kind)])
    }
    if text.isUTF16 { throw flaw(.utf16) }
    var row = DelimitedRow()
    repeat {
      guard text.next(into: &row) else { throw flaw(.empty) }
    } while row.isEmpty
    if let quotes = row.flaw { throw flaw(IncidentLogFlaw.Kind(quotes.kind)) }
    if row.cells.count > LogColumns.limit { throw flaw(.tooManyColumns(row.cells.count)) }
    let names = row.cells.compactMap { $0.trimmed(in: text.bytes).text(in: text.bytes) }
    guard names.count == row.cells.count else { throw flaw(.header) }
    return try LogColumns(header: names, mapping: mapping)
  }
}

extension IncidentLogFlaw.Kind {
  init(_ flaw: QuoteFlaw) {
    self = flaw == .unclosedQuote ? .unclosedQuote : .textAfterQuote
  }
}
