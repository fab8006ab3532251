import Topology

/// A primary and a standby, the first and the second operand. The primary serves whenever it is up.
/// When it fails the standby's turn comes after a takeover delay, one draw an outage of the primary;
/// from then on the standby serves while it is up, and nobody while both are down.
///
/// Who serves passes its level through; while nobody does users get what the primary still gives.
/// With a time to live users move from the instant on when the standby first serves in an outage of
/// the primary; those that have not moved yet get what the primary still gives.
struct FailoverPairRule: HistoryRule, Hashable {
  private let takeover: TakeoverDelay
  private let timeToLive: Int64

  init(_ failover: Failover, _ laws: inout LawCatalogue) {
    takeover = TakeoverDelay(failover, &laws)
    timeToLive = failover.timeToLive.map { Clock.ticks($0.seconds * 1e9) } ?? 0
  }

  /// Nothing: the primary serves as soon as it is up, and so does a standby whose turn has come.
  var memory: Int64 { 0 }

  func base(of operands: [LevelHistory]) -> Double {
    operands[operands[0].isNeverUp ? 1 : 0].base
  }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    var pair = Pair(operands, cause)
    guard !operands[0].isNeverUp else {
      let outage = LevelHistory.Outage(start: 0, end: end, cause: cause)
      return follow(&pair, in: outage, &pool, into: &result)
    }
    var over: Int64 = 0
    for outage in operands[0].outages(until: end) {
      pair.primary.copy(from: over, to: outage.start, into: &result)
      follow(&pair, in: outage, &pool, into: &result)
      over = outage.end
    }
    pair.primary.copy(from: over, to: end, into: &result)
  }

  /// Follows an outage of the primary.
  private func follow(
    _ pair: inout Pair, in outage: LevelHistory.Outage, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    let turn = takeover.draw(&pool).map { outage.start + $0 } ?? .max
    var migration = UserMigration(timeToLive: timeToLive)
    var instant = max(0, outage.start)
    while instant < outage.end {
      let moment = pair.moment(at: instant)
      var span =
        instant < turn || moment.isStandbyDown
        ? moment.unserved(in: outage, until: instant < turn ? turn : .max)
        : moment.served(in: outage, &migration)
      span.end = min(span.end, outage.end)
      result.append(from: instant, to: span.end, level: span.level, cause: span.cause)
      instant = span.end
    }
  }
}

/// The two places, and the component that stands for the switch.
private struct Pair {
  var primary: LevelReader
  var standby: LevelReader
  private let cause: Int32

  init(_ operands: [LevelHistory], _ cause: Int32) {
    primary = LevelReader(operands[0], baseCause: cause)
    standby = LevelReader(operands[1], baseCause: cause)
    self.cause = cause
  }

  mutating func moment(at instant: Int64) -> Moment {
    let standby = standby.stretch(at: instant)
    return Moment(
      instant: instant, primary: primary.stretch(at: instant), standby: standby,
      isStandbyDown: self.standby.isDown(standby), isStandbyAtBase: self.standby.isAtBase(standby),
      cause: cause)
  }
}

/// What both places give at an instant in an outage of the primary.
private struct Moment {
  let instant: Int64
  let primary: LevelHistory.Span
  let standby: LevelHistory.Span
  let isStandbyDown: Bool
  let isStandbyAtBase: Bool
  let cause: Int32

  /// While the switch is awaited, or both are down. While the standby is up the switch is the cause,
  /// else the outage that began last.
  func unserved(in outage: LevelHistory.Outage, until turn: Int64) -> LevelHistory.Span {
    LevelHistory.Span(
      start: instant, end: min(primary.end, standby.end, turn), level: primary.level,
      cause: isStandbyDown ? lastCause(in: outage) : cause)
  }

  /// While the standby serves those that have moved. While others haven't the switch is the cause.
  func served(
    in outage: LevelHistory.Outage, _ migration: inout UserMigration
  ) -> LevelHistory.Span {
    let (moved, until) = migration.share(at: instant)
    return LevelHistory.Span(
      start: instant, end: min(primary.end, standby.end, until),
      level: moved * standby.level + (1 - moved) * primary.level,
      cause: moved < 1 ? cause : lastCause(in: outage))
  }

  /// What began last of the primary's outage and of what the standby lacks.
  private func lastCause(in outage: LevelHistory.Outage) -> Int32 {
    standby.start > outage.start && !isStandbyAtBase ? standby.cause : outage.cause
  }
}
