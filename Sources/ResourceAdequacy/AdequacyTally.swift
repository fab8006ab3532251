/// What histories show, in their order.
struct AdequacyTally: Sendable {
  private(set) var hoursShort: [Double] = []
  /// Missing steps × hours.
  private(set) var unserved: [Double] = []
  private(set) var begunByLoadSteps: [Double] = []
  private(set) var shortfalls: [Double] = []
  /// The lengths of shortfalls in hours, those of the first history first.
  private(set) var lengths: [Double] = []

  mutating func add(_ recorder: ShortfallRecorder) {
    hoursShort.append(recorder.hoursShort)
    unserved.append(recorder.unserved)
    begunByLoadSteps.append(Double(recorder.begunByLoadSteps))
    shortfalls.append(Double(recorder.lengths.count))
    lengths += recorder.lengths
  }

  /// Adds the histories of a later block.
  mutating func merge(_ later: AdequacyTally) {
    hoursShort += later.hoursShort
    unserved += later.unserved
    begunByLoadSteps += later.begunByLoadSteps
    shortfalls += later.shortfalls
    lengths += later.lengths
  }
}
