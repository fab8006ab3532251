import Topology

/// A cascade: the operand's outage [s, e) lasts until e + r, with one draw of r an outage. Tails that
/// overlap merge, with each other and with outages.
///
/// The tail is the rule's own; where it continues a span at level 0, it continues its cause too.
struct LagRule: HistoryRule, Hashable {
  private let tail: SampledLaw
  private let meanTail: Int64

  init(_ law: Law, _ laws: inout LawCatalogue) {
    tail = laws.place(law)
    meanTail = Clock.ticks(law.mean.seconds * 1e9)
  }

  /// The mean tail.
  var memory: Int64 { meanTail }

  func base(of operands: [LevelHistory]) -> Double { operands[0].base }

  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory
  ) {
    var reader = LevelReader(operands[0], baseCause: cause)
    var over: Int64 = 0
    var tailEnd: Int64 = 0
    for outage in operands[0].outages(until: end) {
      let tailSeen = min(tailEnd, outage.start)
      result.append(from: over, to: tailSeen, level: 0, cause: cause)
      reader.copy(from: max(over, tailSeen), to: outage.end, into: &result)
      over = outage.end
      tailEnd = max(tailEnd, outage.end + Clock.ticks(pool.draw(tail)))
    }
    let tailSeen = min(tailEnd, end)
    result.append(from: over, to: tailSeen, level: 0, cause: cause)
    reader.copy(from: max(over, tailSeen), to: end, into: &result)
  }
}
