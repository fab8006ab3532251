/// A rule on histories: the level of a thing in time, given the histories of its operands.
///
/// A rule sees a whole replication at once. It is given histories from the clock's 0 to the end; spans
/// under way at 0 began before it. What it hands on is cut there too. Ends don't belong to intervals: what happens at
/// one instant, to any operand, has all happened before the rule looks.
///
/// While an operand is not down its level passes through. What a rule takes in, such as the beginning
/// of an outage that a buffer holds, is seen as the base.
protocol HistoryRule: Sendable {
  /// For how many nanoseconds an operand's outage may still be felt once it is over, or a bound that
  /// is exceeded rarely where there is none; the warm-up of a steady start is 20 times as long.
  var memory: Int64 { get }

  /// Adds the spans in which the level differs from `result.base`, which the caller sets to what the
  /// rule gives while nothing happens. `cause` is the component that stands for what the rule itself
  /// does; what only hands an operand's outage on keeps the operand's cause.
  func follow(
    _ operands: [LevelHistory], until end: Int64, cause: Int32, _ pool: inout VariatePool,
    into result: inout LevelHistory)

  /// The level while nothing happens, given those of the operands.
  func base(of operands: [LevelHistory]) -> Double
}
