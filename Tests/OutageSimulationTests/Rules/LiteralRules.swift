@testable import OutageSimulation

/// The rules once more, as their table says them: second by second, with no thought of speed.
enum LiteralRules {
  private static func isDown(_ level: Double) -> Bool { level < RandomHistory.downBelow }

  /// When the outage began that goes on at each instant; nil while there is none.
  private static func begun(_ x: [Double]) -> [Int?] {
    var begun: [Int?] = []
    for (t, level) in x.enumerated() {
      begun.append(isDown(level) ? (begun.last ?? nil) ?? t : nil)
    }
    return begun
  }

  /// Seen down in [s + b, e).
  static func absorb(_ x: [Double], _ b: Int) -> [Double] {
    zip(x, begun(x)).enumerated().map { t, now in
      guard let s = now.1 else { return now.0 }
      return t >= s + b ? now.0 : 1
    }
  }

  /// Down while q is down, or while x is down and the backlog is full; `b` in ticks.
  static func send(_ x: [Double], _ q: [Double], _ b: Double, drain: Double) -> [Double] {
    var backlog = 0.0
    return zip(x, q).map { x, q in
      if isDown(q) { return 0 }
      guard isDown(x) else {
        backlog = max(0, backlog - (drain - 1))
        return 1
      }
      if backlog == b { return 0 }
      backlog = min(b, backlog + 1)
      return 1
    }
  }

  /// The level of x where a queue that never fails is not open for what x leaves; `b` in ticks.
  static func buffer(_ x: [Double], _ b: Double, drain: Double) -> [Double] {
    let always = [Double](repeating: 1, count: x.count)
    return zip(x, send(x, always, b, drain: drain)).map { level, sent in
      isDown(level) && sent == 1 ? 1 : level
    }
  }

  /// Level 0 while failures are counted, and the fallback until a probe finds x not down.
  static func breaker(_ x: [Double], _ trips: Int, _ retries: Int, _ f: Double) -> [Double] {
    var counting: Int?
    var opened: Int?
    return x.enumerated().map { t, level in
      if let o = opened {
        guard t > o, (t - o) % retries == 0, !isDown(level) else { return f }
        opened = nil
      }
      if counting == nil, isDown(level) { counting = t }
      if let s = counting, t - s == trips {
        (opened, counting) = (t, nil)
        return f
      }
      guard isDown(level) else {
        counting = nil
        return level
      }
      return 0
    }
  }

  /// Down until r after each outage.
  static func lag(_ x: [Double], _ r: Int) -> [Double] {
    x.enumerated().map { t, level in
      let isTail = x[max(0, t - r)..<t].contains(where: isDown)
      return isTail && !isDown(level) ? 0 : level
    }
  }

  /// One draw of the takeover an outage of the primary, nil for never.
  static func pair(
    _ p: [Double], _ s: [Double], timeToLive: Int, _ takeover: () -> Int?
  ) -> [Double] {
    var turn: Int?
    var moved: Int?
    return zip(p, begun(p)).enumerated().map { t, now in
      guard let failure = now.1 else {
        moved = nil
        return now.0
      }
      if failure == t { turn = takeover().map { t + $0 } }
      guard let turn, t >= turn, !isDown(s[t]) else { return now.0 }
      let first = moved ?? t
      moved = first
      guard t - first < timeToLive else { return s[t] }
      let share = (Double((t - first) * 20 / timeToLive) + 0.5) / 20
      return s[t] * share + now.0 * (1 - share)
    }
  }

  /// One draw of the takeover a failure of the leader while enough others are up, nil for never.
  static func leader(_ members: [[Double]], need: Int, _ takeover: () -> Int?) -> [Double] {
    var leader: Int?
    var old: Int?
    var due: Int?
    return members[0].indices.map { t in
      let up = members.indices.filter { !isDown(members[$0][t]) }
      if up.count < need {
        (leader, old) = (nil, nil)
        return 0
      }
      if let failed = leader, !up.contains(failed) {
        (old, leader) = (failed, nil)
        due = takeover().map { t + $0 }
      }
      if let waited = old {
        if up.contains(waited) {
          (leader, old) = (waited, nil)
        } else if let end = due, t >= end {
          (leader, old) = (up[0], nil)
        }
      } else if leader == nil {
        leader = up[0]
      }
      return leader == nil ? 0 : 1
    }
  }

  /// The group's level × up / routed.
  static func routing(
    _ members: [[Double]], _ detection: Int, need: Int, share: Double?
  ) -> [Double] {
    let begun = members.map(begun)
    return members[0].indices.map { t in
      let up = begun.filter { $0[t] == nil }.count
      let late = begun.filter { $0[t].map { t < $0 + detection } ?? false }.count
      guard up >= need else { return 0 }
      let level = share.map { min(1, $0 * Double(up)) } ?? 1
      return level * Double(up) / Double(up + late)
    }
  }
}
