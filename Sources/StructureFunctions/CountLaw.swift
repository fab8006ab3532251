import Quantities

/// The number of members that are up, of independent members of several kinds.
///
/// Counts whichever of ups and downs are fewer until the group is decided, by convolution of
/// positive terms (Barlow and Heidtmann 1984 for single members; binomial laws for copies). Relative
/// error below (kinds + 4) × 2^-52 beyond that of the kinds.
struct CountLaw {
  struct Kind {
    let up: Probability
    let copies: Int
  }

  private let kinds: [Kind]
  /// The count of events that decides the group.
  private let limit: Int
  private let countsUps: Bool

  /// The law of `kinds`, decided by `need` ups, 1 to the number of members.
  init(_ kinds: [Kind], need: Int) {
    let members = kinds.reduce(0) { $0 + $1.copies }
    let failures = members - need + 1
    countsUps = need <= failures
    limit = min(need, failures)
    let isCountingUps = countsUps
    self.kinds = kinds.map { Kind(up: isCountingUps ? $0.up : $0.up.inverted, copies: $0.copies) }
  }

  /// P(at least `need` members are up), both tails.
  var probability: Probability {
    let decided = kinds.count == 1 ? binomialTails(kinds[0]) : convolvedTails
    return countsUps ? decided : decided.inverted
  }

  private func binomialTails(_ kind: Kind) -> Probability {
    let law = BinomialLaw(trials: kind.copies, event: kind.up)
    return Probability(
      uncheckedValue: law.upperTail(limit), complement: law.lowerTail(limit))
  }

  private var convolvedTails: Probability {
    var decided = 0.0
    var undecided = [1.0]
    for kind in kinds {
      decided += absorb(kind, into: &undecided)
    }
    return Probability(
      uncheckedValue: min(1, decided), complement: min(1, undecided.reduce(0, +)))
  }

  /// For each kind the probability that exactly `need` - 1 of all members but one of that kind are
  /// up: the one is then critical. Cost: members × limit × log(kinds) (halving the rest each time).
  var criticality: [Double] {
    var result = [Double](repeating: 0, count: kinds.count)
    collectCriticality(kinds.indices, rest: [1], into: &result)
    return result
  }

  private func collectCriticality(
    _ range: Range<Int>, rest: [Double], into result: inout [Double]
  ) {
    if range.count == 1 {
      result[range.lowerBound] = criticality(of: kinds[range.lowerBound], rest: rest)
      return
    }
    let middle = range.lowerBound + range.count / 2
    let halves = [range.lowerBound..<middle, middle..<range.upperBound]
    for (own, other) in [(halves[0], halves[1]), (halves[1], halves[0])] {
      var more = rest
      for kind in other { _ = absorb(kinds[kind], into: &more) }
      collectCriticality(own, rest: more, into: &result)
    }
  }

  private func criticality(of kind: Kind, rest: [Double]) -> Double {
    let law = BinomialLaw(trials: kind.copies - 1, event: kind.up)
    if rest.count == 1 { return law.mass(limit - 1) * rest[0] }
    let own = law.masses(below: limit).exact
    var sum = 0.0
    for count in rest.indices where limit - 1 - count >= 0 {
      sum += rest[count] * own[limit - 1 - count]
    }
    return sum
  }

  /// Adds a kind's events to a law of counts below the limit; returns what reaches the limit.
  private func absorb(_ kind: Kind, into law: inout [Double]) -> Double {
    kind.copies == 1 ? absorbSingle(kind, into: &law) : absorbCopies(kind, into: &law)
  }

  private func absorbSingle(_ kind: Kind, into law: inout [Double]) -> Double {
    let event = kind.up.value
    let none = kind.up.complement
    let top = law.count - 1
    var reached = 0.0
    if law.count < limit {
      law.append(law[top] * event)
    } else {
      reached = law[top] * event
    }
    for count in stride(from: top, to: 0, by: -1) {
      law[count] = law[count] * none + law[count - 1] * event
    }
    law[0] *= none
    return reached
  }

  private func absorbCopies(_ kind: Kind, into law: inout [Double]) -> Double {
    let copies = BinomialLaw(trials: kind.copies, event: kind.up)
    let own = copies.masses(below: kind.copies + 1).exact
    var tails = own + [0]
    for count in stride(from: kind.copies, to: 0, by: -1) { tails[count - 1] += tails[count] }
    var reached = 0.0
    var next = [Double](repeating: 0, count: min(limit, law.count + kind.copies))
    for (count, weight) in law.enumerated() where weight > 0 {
      let room = limit - count
      for more in 0..<min(room, own.count) { next[count + more] += weight * own[more] }
      if room < tails.count { reached += weight * tails[room] }
    }
    law = next
    return reached
  }
}
