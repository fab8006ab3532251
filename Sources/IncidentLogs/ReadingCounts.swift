/// What is counted while a log is read, for the notes.
struct ReadingCounts {
  var duplicates: [DuplicateRow] = []
  var open = 0
  var maintenance = 0
  var severalServices = 0
  private var assumed = 0
  private var skipped = Tally()
  private var repeated = Tally()

  private struct Tally {
    var count = 0
    var firstRow = 0

    mutating func add(_ row: Int) {
      if count == 0 { firstRow = row }
      count += 1
    }
  }

  /// Counts a time by how it was placed; `isAssumed` when nobody gave the zone of a time without
  /// one.
  mutating func add(_ locality: TimeStampReader.Locality, isAssumed: Bool, row: Int) {
    switch locality {
    case .own: break
    case .given: assumed += isAssumed ? 1 : 0
    case .skipped: skipped.add(row)
    case .repeated: repeated.add(row)
    }
  }

  /// One note for each kind that occurred.
  var notes: [IncidentLogNote] {
    var notes: [IncidentLogNote] = []
    if assumed > 0 { notes.append(.assumedZone("UTC", times: assumed)) }
    if skipped.count > 0 {
      notes.append(.skippedTimes(skipped.count, firstRow: skipped.firstRow))
    }
    if repeated.count > 0 {
      notes.append(.repeatedTimes(repeated.count, firstRow: repeated.firstRow))
    }
    if !duplicates.isEmpty { notes.append(.duplicates(duplicates)) }
    if open > 0 { notes.append(.open(open)) }
    if maintenance > 0 { notes.append(.maintenance(maintenance)) }
    if severalServices > 0 { notes.append(.severalServices(severalServices)) }
    return notes
  }
}
