/// The chain of the number of members down of a group, hours and rates per hour.
struct GroupChain {
  private let need: Int
  private let count: Int
  private let failure: Double
  private let restoration: Double

  init(_ group: KnownGroup) {
    (need, count) = (group.need, group.count)
    (failure, restoration) = (1 / Double(group.hours.up), 1 / Double(group.hours.down))
  }

  /// The numbers down with which the group is down.
  private var states: ClosedRange<Int> { count - need + 1...count }
  private func failures(_ down: Int) -> Double { Double(count - down) * failure }
  private func restorations(_ down: Int) -> Double { Double(down) * restoration }

  /// The long-run probability of being in an outage older than `age`, and how often outages get so
  /// old.
  func seen(after age: Double) -> (down: Double, perHour: Double) {
    let left = distribution(after: age)
    let frequency = probability(ofDown: states.lowerBound - 1) * failures(states.lowerBound - 1)
    let excess = zip(left, meanPassages).reduce(0) { $0 + $1.0 * $1.1 }
    return (frequency * excess, frequency * left.reduce(0, +))
  }

  /// The states' probabilities at an age of the outage, which is over in the rest of the cases.
  private func distribution(after age: Double) -> [Double] {
    let speed = failures(0) + restorations(count)
    var current = states.map { $0 == states.lowerBound ? 1.0 : 0 }
    var result = current.map { _ in 0.0 }
    var weight = exponential(-speed * age)
    var step = 0
    while Double(step) < speed * age + 50 || weight > 1e-25 {
      for place in current.indices { result[place] += weight * current[place] }
      current = next(current, speed)
      step += 1
      weight *= speed * age / Double(step)
    }
    return result
  }

  private func next(_ current: [Double], _ speed: Double) -> [Double] {
    var next = current.map { _ in 0.0 }
    for (place, down) in states.enumerated() {
      let (up, back) = (failures(down) / speed, restorations(down) / speed)
      next[place] += current[place] * (1 - up - back)
      if place > 0 { next[place - 1] += current[place] * back }
      if place + 1 < current.count { next[place + 1] += current[place] * up }
    }
    return next
  }

  /// The mean time until the group is up again, from each state: a passage by one state follows from
  /// that of the state beyond.
  private var meanPassages: [Double] {
    var byOne = 0.0
    var steps: [Double] = []
    for down in states.reversed() {
      byOne = (1 + failures(down) * byOne) / restorations(down)
      steps.insert(byOne, at: 0)
    }
    var sum = 0.0
    return steps.map { step in
      sum += step
      return sum
    }
  }

  private func probability(ofDown down: Int) -> Double {
    let share = failure / (failure + restoration)
    var ways = 1.0
    for step in 0..<down { ways *= Double(count - step) / Double(step + 1) }
    return ways * power(share, down) * power(1 - share, count - down)
  }
}

/// Numbers that are random enough to vary cases (Vigna 2015, SplitMix64).
struct SmallNumbers {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next(below limit: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return (mixed ^ (mixed >> 31)) % limit
  }
}
