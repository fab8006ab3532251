/// Turns what a sweep tells into the history of a level.
struct HistoryRecorder: LevelRecorder {
  var history = LevelHistory()
  /// The level for each number of thresholds reached, that of none first.
  private let levels: [Double]
  private var reached: Int
  private var since: Int64 = 0
  private var cause: Int32 = -1

  /// A recorder of a level of which `reached` thresholds are reached while all is up.
  init(levels: [Double], reached: Int) {
    self.levels = levels
    self.reached = reached
  }

  mutating func change(to reached: Int, at time: Int64, by cause: Int32) {
    guard reached != self.reached else { return }
    history.append(from: since, to: time, level: levels[self.reached], cause: self.cause)
    // What restores some of the level is not what took the rest of it.
    if reached < self.reached { self.cause = cause }
    self.reached = reached
    since = time
  }
}
