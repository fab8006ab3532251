import Quantities

extension DurationUnit {
  /// The unit in nanoseconds; exact.
  fileprivate var nanoseconds: Int64 {
    switch self {
    case .nanosecond: 1
    case .microsecond: 1_000
    case .millisecond: 1_000_000
    default: Int64(seconds) * 1_000_000_000
    }
  }
}

extension ByteCursor {
  /// Reads `PnW`, or `PnDTnHnMnS` of which some may be missing (ISO 8601-1:2019, 5.5.2).
  mutating func isoDuration() -> Result<WrittenDuration, DurationFlaw> {
    advance()
    var sum = WrittenDuration.zero
    var isTime = false
    var count = 0
    while !isAtEnd {
      if !isTime, skipLetter(UInt8(ascii: "t")) { isTime = true }
      guard let number = decimal() else { return .failure(.unreadable) }
      let letter = current | 0x20
      advance()
      guard let unit = Self.isoUnit(letter, isTime: isTime) else {
        let isCalendar = !isTime && (letter == UInt8(ascii: "y") || letter == UInt8(ascii: "m"))
        return .failure(isCalendar ? .calendarUnit : .unreadable)
      }
      guard let next = sum.adding(number, of: unit.nanoseconds) else { return .failure(.tooLong) }
      sum = next
      count += 1
    }
    return count > 0 ? .success(sum) : .failure(.unreadable)
  }

  private static func isoUnit(_ letter: UInt8, isTime: Bool) -> DurationUnit? {
    switch letter {
    case UInt8(ascii: "h") where isTime: .hour
    case UInt8(ascii: "m") where isTime: .minute
    case UInt8(ascii: "s") where isTime: .second
    case UInt8(ascii: "d") where !isTime: .day
    case UInt8(ascii: "w") where !isTime: .week
    default: nil
    }
  }

  private mutating func skipLetter(_ lower: UInt8) -> Bool {
    guard current | 0x20 == lower else { return false }
    advance()
    return true
  }

  /// Reads `H:MM:SS` with any number of hours and a fraction of the second, or `D:HH:MM:SS`.
  mutating func clockDuration() -> Result<WrittenDuration, DurationFlaw> {
    var parts: [DecimalDigits] = []
    repeat {
      guard parts.count < 4, let part = decimal() else { return .failure(.unreadable) }
      parts.append(part)
    } while skip(UInt8(ascii: ":"))
    guard isAtEnd else { return .failure(.unreadable) }
    guard parts.count > 2 else { return .failure(.twoClockParts) }
    let limits: [Int64] = [.max, 24, 60, 60].suffix(parts.count)
    let units: [DurationUnit] = [.day, .hour, .minute, .second].suffix(parts.count)
    var sum = WrittenDuration.zero
    for (index, part) in parts.enumerated() {
      let isWhole = part.places == 0 || index == parts.count - 1
      guard isWhole, index == 0 || part.value < Double(limits[index]) else {
        return .failure(.unreadable)
      }
      guard let next = sum.adding(part, of: units[index].nanoseconds) else {
        return .failure(.tooLong)
      }
      sum = next
    }
    return .success(sum)
  }

  /// Reads numbers with units, such as `1h 30min`, or one number in the column's unit.
  mutating func sumOfUnits(bareUnit: DurationUnit?) -> Result<WrittenDuration, DurationFlaw> {
    var sum = WrittenDuration.zero
    var isFirst = true
    while !isAtEnd {
      guard let number = decimal() else { return .failure(.unreadable) }
      skipBlanks()
      switch unit(isAlone: isFirst, bareUnit: bareUnit) {
      case .failure(let flaw): return .failure(flaw)
      case .success(let unit):
        guard let next = sum.adding(number, of: unit.nanoseconds) else { return .failure(.tooLong) }
        sum = next
      }
      skipBlanks()
      if skip(UInt8(ascii: ",")) { skipBlanks() }
      isFirst = false
    }
    return isFirst ? .failure(.unreadable) : .success(sum)
  }

  /// Reads the unit after a number. `m` is a minute beside another unit only, as in `1h 30m`.
  private mutating func unit(
    isAlone: Bool, bareUnit: DurationUnit?
  ) -> Result<DurationUnit, DurationFlaw> {
    let word = word()
    if word == "m" { return isAlone && isAtEnd ? .failure(.ambiguousMinute) : .success(.minute) }
    if let unit = DurationUnit(word: word) { return .success(unit) }
    guard word.isEmpty, isAlone, isAtEnd else { return .failure(.unreadable) }
    return bareUnit.map { .success($0) } ?? .failure(.noUnit)
  }
}
