import Quantities

extension IncidentLogReader {
  /// When the incident of a row began and ended; nil after adding a flaw.
  mutating func times(of row: DelimitedRow) -> (start: Instant, end: Instant?)? {
    let rowZone = zone(of: row)
    if rowZone.isFlawed { return nil }
    let zone = rowZone.known
    // All are read before any of them ends the row, so that one pass shows all its flaws.
    let start = time(in: columns.start, row, zone)
    let end = columns.end.map { time(in: $0, row, zone) } ?? .absent
    let duration = columns.duration.map { self.duration(in: $0, row) } ?? .absent
    switch start {
    case .flawed: return nil
    case .absent:
      add(.noStart, in: row, columns.start)
      return nil
    case .value(let start): return times(from: start.instant, to: end, lasting: duration, row)
    }
  }

  private mutating func times(
    from start: Instant, to end: Field<TimeStampReader.Reading>,
    lasting duration: Field<WrittenDuration>,
    _ row: DelimitedRow
  ) -> (start: Instant, end: Instant?)? {
    switch (end, duration) {
    case (.flawed, _), (_, .flawed): return nil
    case (.absent, .absent): return (start, nil)
    case (.absent, .value(let duration)):
      return self.end(of: duration, from: start, row).map { (start, $0) }
    case (.value(let end), .absent): return ordered(start, end, row).map { (start, $0) }
    case (.value(let reading), .value(let duration)):
      guard let end = ordered(start, reading, row), agrees(duration, start, end, row) else {
        return nil
      }
      return (start, end)
    }
  }

  /// The zone of the row's times that don't say their own.
  private mutating func zone(of row: DelimitedRow) -> Field<CivilZone> {
    guard let column = columns.zone else { return .absent }
    let cell = cell(column, row)
    if isNothing(cell) { return .absent }
    guard let name = cell.text(in: bytes), name.utf8.count <= 64 else {
      add(.text(cell.excerpt(in: bytes)), in: row, column)
      return .flawed
    }
    switch timeStamps.zone(named: name) {
    case .success(let zone): return .value(zone)
    case .failure(.zone(let error)): add(.zone(error), in: row, column)
    case .failure: add(.zone(.abbreviation(name)), in: row, column)
    }
    return .flawed
  }

  private mutating func time(
    in column: LogColumn, _ row: DelimitedRow, _ rowZone: CivilZone?
  ) -> Field<TimeStampReader.Reading> {
    let cell = cell(column, row)
    if isNothing(cell) { return .absent }
    let zone = column.isUniversal ? .utc : rowZone ?? givenZone ?? .utc
    switch timeStamps.reading(of: cell.range, in: bytes, without: zone) {
    case .success(let reading):
      let isAssumed = !column.isUniversal && rowZone == nil && givenZone == nil
      counts.add(reading.locality, isAssumed: isAssumed, row: row.number)
      return .value(reading)
    case .failure(let flaw):
      add(.time(cell.excerpt(in: bytes), flaw), in: row, column)
      return .flawed
    }
  }

  private mutating func duration(
    in column: LogColumn, _ row: DelimitedRow
  ) -> Field<WrittenDuration> {
    let cell = cell(column, row)
    if isNothing(cell) { return .absent }
    switch WrittenDuration.reading(of: cell.range, in: bytes, unit: columns.durationUnit) {
    case .success(let duration): return .value(duration)
    case .failure(let flaw):
      add(.duration(cell.excerpt(in: bytes), flaw), in: row, column)
      return .flawed
    }
  }

  private mutating func end(
    of duration: WrittenDuration, from start: Instant, _ row: DelimitedRow
  ) -> Instant? {
    let (end, isTooLate) = start.nanoseconds.addingReportingOverflow(duration.nanoseconds)
    if !isTooLate { return Instant(nanoseconds: end) }
    add(.endOutOfRange(excerpt(columns.duration, row)), in: row, columns.duration)
    return nil
  }

  /// The end, by the clocks' second showing where the first was before the start; nil after adding
  /// a flaw.
  private mutating func ordered(
    _ start: Instant, _ end: TimeStampReader.Reading, _ row: DelimitedRow
  ) -> Instant? {
    if start <= end.instant { return end.instant }
    if let later = end.later, start <= later { return later }
    let flaw = IncidentLogFlaw.Kind.endBeforeStart(
      end: excerpt(columns.end, row), start: excerpt(columns.start, row))
    add(flaw, in: row, columns.end)
    return nil
  }

  /// Whether a duration is that from start to end, up to its smallest unit and at least a second.
  private mutating func agrees(
    _ duration: WrittenDuration, _ start: Instant, _ end: Instant, _ row: DelimitedRow
  ) -> Bool {
    let length = end.nanosecondsSince(start)
    let written = UInt64(duration.nanoseconds)
    let difference = max(length, written) - min(length, written)
    if difference <= UInt64(max(duration.resolution, 1_000_000_000)) { return true }
    let flaw = IncidentLogFlaw.Kind.disagreement(
      duration: excerpt(columns.duration, row), end: excerpt(columns.end, row))
    add(flaw, in: row, columns.duration)
    return false
  }

  private func excerpt(_ column: LogColumn?, _ row: DelimitedRow) -> String {
    column.map { cell($0, row).excerpt(in: bytes) } ?? ""
  }

  /// Whether a cell says that there is nothing to say.
  func isNothing(_ cell: DelimitedCell) -> Bool {
    if cell.range.isEmpty { return true }
    guard cell.range.count <= 7, !bytes[cell.range.lowerBound].isDigit else { return false }
    let words = ["-", "null", "none", "nil", "n/a", "nan", "open", "ongoing"]
    return words.contains(cell.excerpt(in: bytes).lowercased())
  }
}
