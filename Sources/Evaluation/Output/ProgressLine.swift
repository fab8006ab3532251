import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One line on standard error that shows how far a simulation is: on a terminal alone, and on one that
/// can erase it.
enum ProgressLine {
  /// Shorter simulations show nothing.
  private static let patience = 0.5
  /// To the beginning of the line, and away with what stands there.
  private static let clearing = "\r\u{1B}[K"

  /// Shows progress while `operation` runs, unless `sink` has no place for it, and removes it
  /// afterwards.
  static func showing<Value>(
    for sink: any AnswerSink,
    _ operation: ((@Sendable (SimulationProgress) -> Void)?) async -> Value
  ) async -> Value {
    guard isShown(for: sink) else { return await operation(nil) }
    let value = await operation(show)
    write(clearing)
    return value
  }

  /// The same for an operation that tells the share that is done.
  static func showingShare<Value>(
    for sink: any AnswerSink, _ operation: ((@Sendable (Double) -> Void)?) async -> Value
  ) async -> Value {
    guard isShown(for: sink) else { return await operation(nil) }
    let start = ContinuousClock.now
    let value = await operation { share in
      guard ContinuousClock.now - start >= .seconds(patience) else { return }
      show("\(Int(share * 100))% so far")
    }
    write(clearing)
    return value
  }

  private static func isShown(for sink: any AnswerSink) -> Bool {
    sink.showsProgress && isatty(STDERR_FILENO) == 1 && EnvironmentVariable.terminalMovesCursor
  }

  @Sendable private static func show(_ progress: SimulationProgress) {
    guard progress.elapsed.seconds >= patience else { return }
    show(text(progress))
  }

  /// A line that wraps would not be erased as a whole; a terminal may wrap at its last column.
  private static func show(_ text: String) {
    let columns = TerminalWindow(descriptor: STDERR_FILENO)?.columns ?? 80
    write(clearing + text.cut(toColumns: max(1, columns - 1)))
  }

  private static func text(_ progress: SimulationProgress) -> String {
    let share = progress.fractionDone.map { "\(Int($0 * 100))%, " } ?? ""
    let mean = progress.meanDowntime.map { HumanFigures.duration(seconds: $0) }
    let downtime = mean.map { "\($0) down on average" } ?? "no outage"
    return "\(share)\(progress.replications) replications, \(downtime) so far"
  }

  private static func write(_ text: String) {
    FileWriting.write(Array(text.utf8), to: STDERR_FILENO)
  }
}
