import RandomStreams

/// Draws histories of a fleet against its loads, a block at a time, each block with random numbers of
/// its own.
struct AdequacySampler: ~Copyable {
  private let process: CapacityProcess
  private let course: LoadCourse
  private var recorder: ShortfallRecorder
  private var exponentials: VariateBuffer
  private var uniforms: VariateBuffer
  private var up: [Int]
  private var open: [Bool]
  private let seed: UInt64

  init(_ simulation: AdequacySimulation, seed: UInt64) throws(RandomStreamError) {
    // Both are made before the first is kept: what can't be copied is made whole or not at all.
    let exponentials = try VariateBuffer(.exponential, seed: seed, block: 0, purpose: 1)
    let uniforms = try VariateBuffer(.uniform, seed: seed, block: 0, purpose: 2)
    self.exponentials = exponentials
    self.uniforms = uniforms
    process = simulation.process
    course = simulation.course
    self.seed = seed
    recorder = ShortfallRecorder(course)
    up = [Int](repeating: 0, count: process.cells.count)
    open = [Bool](repeating: false, count: process.gates.count)
  }

  /// What the histories of a block show.
  mutating func draw(_ block: Int, histories: Int) -> AdequacyTally {
    exponentials.restart(seed: seed, block: UInt64(block), purpose: 1)
    uniforms.restart(seed: seed, block: UInt64(block), purpose: 2)
    var tally = AdequacyTally()
    for _ in 0..<histories {
      drawHistory()
      tally.add(recorder)
    }
    return tally
  }

  private mutating func drawHistory() {
    drawSteadyState()
    var capacity = process.capacity(up: up, open: &open)
    recorder.start(capacity: capacity)
    var time = 0.0
    let end = course.hours
    while time < end {
      let next = min(time + gap(), end)
      recorder.hold(capacity, from: time, to: next)
      time = next
      guard time < end else { break }
      change()
      capacity = process.capacity(up: up, open: &open)
    }
    drawOut(capacity, from: end)
  }

  /// Follows a shortfall beyond the end of the history, so that its length is not cut; one longer than
  /// another history is cut there, and so is one at the end of loads that don't repeat.
  private mutating func drawOut(_ capacity: Int, from end: Double) {
    guard course.repeats else { return recorder.finish(at: end) }
    var capacity = capacity
    var time = end
    while recorder.isOpen, time < 2 * end {
      let next = min(time + gap(), 2 * end)
      recorder.hold(capacity, from: time, to: next)
      time = next
      change()
      capacity = process.capacity(up: up, open: &open)
    }
    recorder.finish(at: time)
  }

  // MARK: Events

  /// Each member up with its availability: the long run of lives without memory.
  private mutating func drawSteadyState() {
    for (place, cell) in process.cells.enumerated() {
      var count = 0
      for _ in 0..<cell.members where uniforms.next() < cell.availability { count += 1 }
      up[place] = count
    }
  }

  /// How fast an event comes, an hour: event 2 i is a failure in cell i, 2 i + 1 a restoration.
  private func rate(of event: Int) -> Double {
    let cell = process.cells[event >> 1]
    let count = up[event >> 1]
    return event & 1 == 0
      ? Double(count) * cell.failuresPerHour
      : Double(cell.members - count) * cell.restorationsPerHour
  }

  private func totalRate() -> Double {
    var sum = 0.0
    for event in 0..<2 * up.count { sum += rate(of: event) }
    return sum
  }

  /// Hours to the next failure or restoration.
  private mutating func gap() -> Double {
    let total = totalRate()
    return total > 0 ? exponentials.next() / total : .infinity
  }

  /// The next failure or restoration, each by its share of all rates.
  private mutating func change() {
    var left = uniforms.next() * totalRate()
    // Rounding may leave a bit more than the last rate: then that event comes.
    var chosen: Int?
    for event in 0..<2 * up.count where left >= 0 {
      let rate = rate(of: event)
      if rate > 0 { chosen = event }
      left -= rate
    }
    if let chosen { up[chosen >> 1] += chosen & 1 == 0 ? -1 : 1 }
  }
}
