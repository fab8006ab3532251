import Topology

/// Deployments: one every so often, some of which fail and take a share of the users down.
///
/// A change is caught in its trial, or takes its full effect behind it; where effects overlap the
/// lowest level counts. Changes that don't fail are passed over many at a time: the number of them
/// before the next that fails is geometric, the whole part of an exponential of rate -log(1 - p)
/// (Devroye 1986, section X.2).
struct ChangeSchedule: DowntimeSchedule {
  /// Nanoseconds from one change to the next.
  private let spacing: Int64
  /// -log(1 - p); 0 when none fails, infinite when all do.
  private let hazard: Double
  private let restoration: SampledLaw
  private let level: Double
  private let trial: Trial?
  let memory: Int64

  /// A change on a few users first.
  private struct Trial: Sendable {
    let length: Int64
    let level: Double
    let catches: Double
  }

  init(_ changes: Changes, _ laws: inout LawCatalogue) {
    spacing = max(1, Clock.ticks(changes.spacing.seconds * 1e9))
    hazard = SmallDifferences.minusLogOfComplement(changes.failing)
    restoration = laws.place(changes.restoration)
    level = changes.share.complement
    trial = changes.canary.map {
      Trial(
        length: Clock.ticks($0.length.seconds * 1e9), level: $0.share.complement,
        catches: $0.catches.value)
    }
    memory = max(Clock.ticks(changes.restoration.mean.seconds * 1e9), trial?.length ?? 0)
  }

  /// The first change comes within (0, spacing]; none before 0 is drawn.
  func draw(
    until end: Int64, cause: Int32, _ pool: inout VariatePool, into places: inout [LevelHistory]
  ) {
    let phase = 1 + Clock.ticks(Double(spacing) * pool.next(VariatePool.uniform))
    var change = min(phase, spacing)
    var effects = SpanUnion(level: level, cause: cause)
    var trials = SpanUnion(level: trial?.level ?? 1, cause: cause)
    while let failing = firstFailing(from: change, before: end, &pool) {
      fail(at: failing, &effects, &trials, &pool)
      change = failing + spacing
    }
    for place in places.indices {
      places[place].append(lowestOf: effects, trials)
    }
  }

  /// The first change that fails, of those at `change` and every spacing after it.
  private func firstFailing(
    from change: Int64, before end: Int64, _ pool: inout VariatePool
  ) -> Int64? {
    guard change < end, hazard > 0 else { return nil }
    let passed = pool.next(VariatePool.exponential) / hazard
    let left = (end - 1 - change) / spacing
    guard passed < Double(left) + 1 else { return nil }
    return change + min(Clock.ticks(passed), left) * spacing
  }

  private func fail(
    at instant: Int64, _ effects: inout SpanUnion, _ trials: inout SpanUnion,
    _ pool: inout VariatePool
  ) {
    var start = instant
    if let trial {
      start += trial.length
      trials.add(from: instant, to: start)
      if pool.next(VariatePool.uniform) < trial.catches { return }
    }
    effects.add(from: start, to: start + Clock.ticks(pool.draw(restoration)))
  }
}
