/// What a sweep tells of the level that it follows.
protocol LevelRecorder {
  /// The number of thresholds reached changes, or stays. `cause` is the component behind it.
  mutating func change(to reached: Int, at time: Int64, by cause: Int32)
}
