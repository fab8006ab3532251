/// The offsets of a place from UTC through time: those of the past as they were, the rest by a
/// rule.
struct ZoneHistory: Sendable, Hashable {
  /// Seconds since the epoch at which the offset changes, ascending.
  let transitions: [Int64]
  /// The offset from each transition on, seconds east.
  let offsets: [Int]
  /// The offset before the first transition.
  let initialOffset: Int
  /// What holds from the last transition on; nil when its offset stays.
  let rule: ZoneRule?

  /// Seconds east of UTC at an instant. Cost: a binary search.
  func offset(at seconds: Int64) -> Int {
    guard let last = transitions.last else { return rule?.offset(at: seconds) ?? initialOffset }
    if seconds >= last, let rule { return rule.offset(at: seconds) }
    let index = countOfTransitions(to: seconds)
    return index == 0 ? initialOffset : offsets[index - 1]
  }

  private func countOfTransitions(to seconds: Int64) -> Int {
    var (low, high) = (0, transitions.count)
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= seconds { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// See ``CivilZone``. Looks at the offsets a day before and a day after: no zone has changed its
  /// clocks twice within two days.
  func universalSeconds(ofLocal local: Int64) -> (seconds: Int64, fit: CivilZone.Fit) {
    let before = Int64(offset(at: local - 86_400))
    let after = Int64(offset(at: local + 86_400))
    let early = local - before
    let late = local - after
    if before == after { return (early, .unique) }
    let earlyHolds = Int64(offset(at: early)) == before
    let lateHolds = Int64(offset(at: late)) == after
    switch (earlyHolds, lateHolds) {
    case (true, true): return (early, .repeated(later: late))
    case (false, true): return (late, .unique)
    case (true, false): return (early, .unique)
    case (false, false): return (early, .skipped)
    }
  }
}
