/// What one history falls short, and where shortfalls begin and end.
struct ShortfallRecorder: Sendable {
  private let course: LoadCourse
  private(set) var hoursShort = 0.0
  /// Missing steps × hours.
  private(set) var unserved = 0.0
  private(set) var lengths: [Double] = []
  private(set) var begunByLoadSteps = 0
  /// Whether nothing is served in full at the moment, and since when if that began in the history.
  private var isShort = false
  private var began: Double?

  init(_ course: LoadCourse) { self.course = course }

  /// Begins a history with a capacity that was there before.
  mutating func start(capacity: Int) {
    hoursShort = 0
    unserved = 0
    lengths.removeAll(keepingCapacity: true)
    begunByLoadSteps = 0
    isShort = capacity < course.levelBefore
    began = nil
  }

  /// Whether a shortfall that began in the history is still going on.
  var isOpen: Bool { began != nil }

  /// A capacity that holds from one hour to another. Shortfalls may begin before the end of the
  /// history alone.
  mutating func hold(_ capacity: Int, from start: Double, to end: Double) {
    if capacity >= course.largest { return finish(at: start) }
    var time = start
    // An hour's edge belongs to the load that begins there.
    var number = Int(start / course.stepHours)
    while time < end {
      let edge = min(Double(number + 1) * course.stepHours, end)
      step(capacity, number, from: time, to: edge, isEdge: time > start || start == 0)
      time = edge
      number += 1
    }
  }

  private mutating func step(
    _ capacity: Int, _ number: Int, from start: Double, to end: Double, isEdge: Bool
  ) {
    let place = course.place(number)
    guard capacity < course.levels[place] else { return finish(at: start) }
    let isInside = number < course.count
    if !isShort {
      isShort = true
      if isInside {
        began = start
        begunByLoadSteps += isEdge ? 1 : 0
      }
    }
    guard isInside else { return }
    hoursShort += end - start
    unserved += (course.amounts[place] - Double(capacity)) * (end - start)
  }

  /// Ends a shortfall, if there is one.
  mutating func finish(at time: Double) {
    isShort = false
    guard let began else { return }
    lengths.append(time - began)
    self.began = nil
  }
}
