import Quantities

/// Groups that are decided by a count.
extension StructureProgram {
  /// Unlike members, one after another (Barlow and Heidtmann 1984): `law[j]` is P(j events so far),
  /// `critical[j]` the sum over members of failure frequency × P(j events among the others).
  func members(
    _ count: MemberCount, _ registers: UnsafeMutablePointer<Lanes>,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    let law = registers + count.scratch
    let critical = law + count.limit
    law.update(repeating: Lanes(repeating: 0), count: 2 * count.limit)
    law[0] = Lanes(repeating: 1)
    var decided = Lanes(repeating: 0)
    var seen = 0
    for kind in count.kinds {
      for _ in 0..<kind.copies {
        let last = min(seen, count.limit - 1)
        decided += Self.absorb(registers + kind.gate, count, law, critical, last)
        seen += 1
      }
    }
    var undecided = Lanes(repeating: 0)
    for place in (0..<count.limit).reversed() { undecided += law[place] }
    Self.store(decided, undecided, critical[count.limit - 1], count, result)
  }

  /// Adds one member to the law of the events among those before, of whom at most `last` count;
  /// returns the probability that it decides the group.
  @inline(__always)
  private static func absorb(
    _ member: UnsafeMutablePointer<Lanes>, _ count: MemberCount,
    _ law: UnsafeMutablePointer<Lanes>, _ critical: UnsafeMutablePointer<Lanes>, _ last: Int
  ) -> Lanes {
    let event = member[count.countsUps ? 0 : 1]
    let none = member[count.countsUps ? 1 : 0]
    let rate = member[2]
    let reached = law[count.limit - 1] * event
    var place = min(last + 1, count.limit - 1)
    while place > 0 {
      critical[place] = critical[place] * none + critical[place - 1] * event + rate * law[place]
      law[place] = law[place] * none + law[place - 1] * event
      place -= 1
    }
    critical[0] = critical[0] * none + rate * law[0]
    law[0] *= none
    return reached
  }

  /// Members alike, term by term. A member is critical when `limit` - 1 of the others count.
  func fewAlike(
    _ count: MemberCount, _ registers: UnsafeMutablePointer<Lanes>,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    let member = registers + count.kinds[0].gate
    let members = count.kinds[0].copies
    let event = member[count.countsUps ? 0 : 1]
    let none = member[count.countsUps ? 1 : 0]
    let powers = registers + count.scratch
    powers[0] = Lanes(repeating: 1)
    for place in 0..<members { powers[place + 1] = powers[place] * none }
    var term = Lanes(repeating: 1)
    var undecided = Lanes(repeating: 0)
    for place in 0..<count.limit {
      undecided += (term * powers[members - place]) * count.choices[place]
      if place < count.limit - 1 { term *= event }
    }
    let ways = count.choices[count.limit] * Double(count.limit)
    let critical = (term * powers[members - count.limit]) * ways * member[2]
    var decided = Lanes(repeating: 0)
    for place in count.limit...members {
      term *= event
      decided += (term * powers[members - place]) * count.choices[place]
    }
    Self.store(decided, undecided, critical, count, result)
  }

  /// Many members alike, lane by lane.
  func manyAlike(
    _ count: MemberCount, _ registers: UnsafeMutablePointer<Lanes>,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    let member = registers + count.kinds[0].gate
    let members = count.kinds[0].copies
    var decided = Lanes(repeating: 0)
    var undecided = Lanes(repeating: 0)
    var critical = Lanes(repeating: 0)
    for lane in 0..<Lanes.scalarCount {
      let up = Probability(uncheckedValue: member[0][lane], complement: member[1][lane])
      let event = count.countsUps ? up : up.inverted
      let law = BinomialLaw(trials: members, event: event)
      decided[lane] = law.upperTail(count.limit)
      undecided[lane] = law.lowerTail(count.limit)
      let others = BinomialLaw(trials: members - 1, event: event)
      critical[lane] = Double(members) * others.mass(count.limit - 1) * member[2][lane]
    }
    Self.store(decided, undecided, critical, count, result)
  }

  @inline(__always)
  private static func store(
    _ decided: Lanes, _ undecided: Lanes, _ critical: Lanes, _ count: MemberCount,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    result[count.countsUps ? 0 : 1] = decided
    result[count.countsUps ? 1 : 0] = undecided
    result[2] = critical
  }

  /// P(0), P(1), … of some copies being up.
  static func countLaw(
    _ member: UnsafeMutablePointer<Lanes>, copies: Int, _ law: UnsafeMutablePointer<Lanes>
  ) {
    let (ups, downs) = (member[0], member[1])
    law[0] = Lanes(repeating: 1)
    for count in 0..<copies {
      law[count + 1] = law[count] * ups
      for place in stride(from: count, to: 0, by: -1) {
        law[place] = law[place] * downs + law[place - 1] * ups
      }
      law[0] *= downs
    }
  }
}
