import Quantities
import ServiceLevels
import StructureFunctions

/// Why there is no simulation.
public enum SimulationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The horizon is 0 or beyond 100 y.
  case horizon(Duration)
  /// Fewer than one replication, or more than can be counted.
  case runs(Int)
  /// The error asked for is not above 0 % and below 100 %.
  case error(Double)
  /// No time to run in.
  case time
  /// Fewer than one processor.
  case threads(Int)
  /// The second window is 0 or longer than the horizon.
  case window(Duration, horizon: Duration)
  /// A time to the first outage where up times are not exponential, or components mostly down.
  case uptimesWithMemory
  /// A steady start that needs a longer history before the window than can be drawn.
  case warmUp(seconds: Double, horizon: Duration)
  /// A time to the first outage where a part follows from its history.
  case firstOutageWithHistory
  /// Calendar months as windows of a simulation.
  case calendarMonth
  /// Components known by their availability alone; simulation needs times.
  case untimed([String])
  /// A restoration time of 0 for components known by their availability alone.
  case standIn
  /// Conditioned sampling starts in steady state.
  case conditionedFromUp
  /// Conditioned sampling sees outages alone, not the times at each level.
  case conditionedLevels
  /// Conditioned sampling where outages are frequent; so many are expected in a replication.
  case frequentOutages(Double)
  /// A share of windows that is to be met, not between 0 and 1.
  case required(Probability)
  /// A decision about a promise where none is asked about.
  case noContract
  /// The windows of a promise are longer, all together, than a history.
  case contractSpan(String, Duration, horizon: Duration)
  /// A promise whose windows roll and which counts minutes of errors.
  case rollingErrors(String)
  /// A promise about errors of a service that is degraded while all is up.
  case neverFull(String)
  /// Shards of a simulation that judges promises.
  case shardContracts
  /// A law cannot be drawn; says why.
  case law(String)
  /// Conditioned sampling has no outage to begin with.
  case noOutages(String)
  /// Fewer than two things to watch at once, or more than can be.
  case subjects(Int)
  /// One of several things that are watched at once is down for good.
  case neverUp(String)
  /// The structure can't be written out.
  case structure(StructureFunctionError)
  /// A shard outside 1 to n.
  case shard(Int, of: Int)
  /// Shards need a number of runs.
  case shardNeedsRuns

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .horizon(let horizon):
      "a replication lasts longer than 0 and at most 100 y, not \(horizon.seconds) s"
    case .runs(let runs):
      "runs can be 1 to \(SimulationRequest.mostRuns), not \(runs)"
    case .error(let error): "an error is above 0% and below 100%, not \(error * 100)%"
    case .time: "the time to run in must be longer than 0"
    case .threads(let threads): "threads can be 1 or more, not \(threads)"
    case .window(let window, let horizon):
      "a window of \(window.seconds) s does not fit in a replication of \(horizon.seconds) s"
    case .uptimesWithMemory:
      """
      the mean time to the first outage is followed beyond the horizon only where all up times are \
      exponential and components mostly up; simulate a horizon long enough for every replication to have an outage
      """
    case .warmUp(let seconds, let horizon):
      """
      a steady start needs \(Self.years(seconds)) y of history before the window of \
      \(Self.years(horizon.seconds)) y, and both together can last 120 y at most; write `from up`, or \
      ask for a shorter window
      """
    case .firstOutageWithHistory:
      """
      the mean time to the first outage is followed beyond the horizon only where components are \
      independent and no part has a history; simulate a horizon long enough for every replication to have \
      an outage
      """
    case .calendarMonth:
      "windows by calendar month are not yet built; write `by month` for 30 d"
    case .untimed(let names): Self.untimed(names)
    case .standIn: "a restoration time that stands in for unknown ones must be longer than 0"
    case .conditionedFromUp:
      "conditioned sampling starts in steady state; write `from steady` or `sampling plain`"
    case .conditionedLevels:
      "conditioned sampling sees outages alone, not the time at each level; use plain sampling"
    case .frequentOutages(let number):
      """
      conditioned sampling is for rare outages, and \(Int(min(number, 1e15))) are expected in a \
      replication; write `sampling plain`
      """
    case .required(let share):
      "the share of windows to be met is above 0% and below 100%, not \(share.value * 100)%"
    case .noContract: "there is no promise to decide about; name one"
    case .contractSpan(let name, let span, let horizon):
      """
      the windows of \(name) take \(span.seconds) s and a history is \(horizon.seconds) s long; ask \
      for fewer windows or a longer history
      """
    case .rollingErrors(let name):
      """
      \(name) counts minutes of errors in windows that roll, which is not yet built; write `counted \
      average errors`, or windows that don't roll
      """
    case .neverFull(let name):
      "\(name) counts errors of a service that is degraded while all is up, which is not yet built"
    case .shardContracts: "promises are judged in one run, not in shards; leave --shard out"
    case .law(let flaw): "a law cannot be drawn: \(flaw)"
    case .noOutages(let name): "\(name) is never down, so that there is no outage to begin with"
    case .subjects(let count):
      "2 to \(PairedSimulation.largestCount) things can be simulated side by side, not \(count)"
    case .neverUp(let name): "\(name) is never up, so that there is nothing to compare with it"
    case .structure(let error): error.description
    case .shard(let number, let count): "shards are numbered 1 to \(count), not \(number)"
    case .shardNeedsRuns: "shards need to know how many runs there are; add `runs 1_000_000`"
    }
  }

  /// Years with one decimal, rounded up.
  private static func years(_ seconds: Double) -> Double {
    (seconds / 31_536_000 * 10).rounded(.up) / 10
  }

  private static func untimed(_ names: [String]) -> String {
    let shown = names.prefix(3).joined(separator: ", ")
    let more = names.count > 3 ? " and \(names.count - 3) more" : ""
    let verb = names.count > 1 ? "have" : "has"
    return "\(shown)\(more) \(verb) no times to simulate; add one such as `mttr 5min`"
  }
}
