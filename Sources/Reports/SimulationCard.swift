import Assessment
import OutageSimulation
import Quantities

/// A simulation as a short card for people: minutes first, each figure rounded to its error, each
/// percentile with its direction.
public enum SimulationCard {
  /// The card; `assumptions` are those of the question, beside the engine's own.
  public static func report(
    _ result: SimulationResult, assuming assumptions: [String] = [],
    believing belief: SimulationBelief? = nil
  ) -> Report {
    let rows =
      downtime(result) + believed(belief, result) + outages(result) + windows(result)
      + causes(result) + levels(result) + delays(result) + method(result)
      + (belief.map { [("beliefs", $0.methodText)] } ?? [])
    return CardLayout.report(result.name, rows, assuming: result.assumptions + assumptions)
  }

  /// How far the downtime is known, and which inputs decide it.
  private static func believed(
    _ belief: SimulationBelief?, _ result: SimulationResult
  ) -> [CardLayout.Row] {
    guard let belief else { return [] }
    return CardLayout.rows("", belief.downtimeLines(WindowName(result.horizon))) + belief.rows
  }

  // MARK: Figures

  private static func downtime(_ result: SimulationResult) -> [CardLayout.Row] {
    let name = WindowName(result.horizon)
    var lines: [String] = []
    if let downtime = result.downtime { lines = self.lines(downtime, name) }
    lines += result.exceedances.map { exceedance in
      let share = HumanFigures.percent(share: exceedance.probability)
      return "more than \(HumanFigures.duration(exceedance.downtime)) in \(share) of \(name.many)"
    }
    return CardLayout.rows("down", lines)
  }

  /// The mean, then each percentile above 0.
  private static func lines(_ downtime: DowntimeEstimates, _ name: WindowName) -> [String] {
    let worst = [
      ("half of the \(name.many)", downtime.p50, 0.5),
      ("the worst 10% of \(name.many)", downtime.p90, 0.1),
      ("the worst 5% of \(name.many)", downtime.p95, 0.05),
      ("the worst 1% of \(name.many)", downtime.p99, 0.01),
      ("the worst 0.1% of \(name.many)", downtime.p999, 0.001),
    ]
    let exceeded = worst.filter { $0.1.value > 0 }.map { label, estimate, share in
      let length = HumanFigures.duration(seconds: estimate)
      return downtime.isCommon(estimate, exceededIn: share)
        ? "\(label) have \(length) or more" : "\(label) exceed \(length)"
    }
    return ["\(HumanFigures.duration(seconds: downtime.mean)) \(name.one) on average"] + exceeded
  }

  private static func outages(_ result: SimulationResult) -> [CardLayout.Row] {
    let name = WindowName(result.horizon)
    var rows: [CardLayout.Row] = []
    if let clean = result.clean {
      let share = self.clean(clean, result.outages)
      rows.append(("no outage", "in \(share) of \(name.many)"))
    }
    var lines: [String] = []
    if let outages = result.outages {
      lines.append("\(HumanFigures.number(outages)) \(name.one) on average")
    }
    if let lengths = result.outageLengths { lines += self.lines(lengths) }
    rows += CardLayout.rows("outages", lines)
    if let first = result.firstOutage {
      rows.append(("first outage", "after \(HumanFigures.duration(seconds: first)) on average"))
    }
    return rows
  }

  /// Where outages are very rare their mean number bounds the probability of one (Markov).
  private static func clean(_ clean: Estimate, _ outages: Estimate?) -> String {
    guard let outages, outages.value > 0, outages.value < 1e-6 else {
      return HumanFigures.percent(share: clean)
    }
    return "all but at most \(HumanFigures.number(outages.value * 100))%"
  }

  private static func lines(_ lengths: LengthEstimates) -> [String] {
    let longest = [
      ("half last", lengths.p50, 0.5), ("one in 20 lasts", lengths.p95, 0.05),
      ("one in 100 lasts", lengths.p99, 0.01),
    ]
    let lines = longest.map { label, estimate, share in
      let length = HumanFigures.duration(seconds: estimate)
      return lengths.isCommon(estimate, exceededIn: share)
        ? "\(label) \(length) or longer" : "\(label) longer than \(length)"
    }
    return ["each lasts \(HumanFigures.duration(seconds: lengths.mean)) on average"] + lines
  }

  private static func windows(_ result: SimulationResult) -> [CardLayout.Row] {
    guard let windows = result.windows else { return [] }
    let name = WindowName(windows.window.length)
    let clean = "no outage in \(HumanFigures.percent(share: windows.clean)) of \(name.many)"
    return CardLayout.rows(name.label, lines(windows.downtime, name) + [clean])
  }

  // MARK: Shares

  private static func causes(_ result: SimulationResult) -> [CardLayout.Row] {
    let shown = result.causes.prefix(8).enumerated().map { place, cause in
      "\(cause.name) \(HumanFigures.percent(share: cause.share))"
        + (place == 0 ? " of the downtime" : "")
    }
    let hidden = result.causes.count - shown.count
    return CardLayout.rows("causes", shown + (hidden > 0 ? ["and \(hidden) more"] : []))
  }

  private static func levels(_ result: SimulationResult) -> [CardLayout.Row] {
    result.levels.reversed().filter { $0.share.value > 0 }.prefix(8).map { level in
      let share = HumanFigures.percent(share: level.share)
      return ("at \(HumanFigures.number(level.level * 100))%", "\(share) of the time")
    }
  }

  private static func delays(_ result: SimulationResult) -> [CardLayout.Row] {
    let name = WindowName(result.horizon)
    let worst = result.delays.filter { $0.longest.largest > 0 }.prefix(8).map { queue in
      let longest = [
        ("the worst 5% of \(name.many)", queue.longest.p95),
        ("the worst 1% of \(name.many)", queue.longest.p99),
      ].filter { $0.1.value > 0 }
      let exceeded = longest.map { "in \($0.0) over \(HumanFigures.duration(seconds: $0.1))" }
      let mean = "\(queue.name): \(HumanFigures.duration(seconds: queue.mean)) on average"
      return ([mean] + exceeded).joined(separator: ", ")
    }
    return CardLayout.rows("delay", worst)
  }

  // MARK: Method

  static func method(_ result: SimulationResult) -> [CardLayout.Row] {
    size(result) + ending(result)
  }

  /// How many histories were drawn, of what kind.
  static func size(_ result: SimulationResult) -> [CardLayout.Row] {
    let start = result.start == .steady ? "from steady state" : "from all up"
    let method = """
      \(AnswerMethod.simulated.rawValue), \(replications(result.replications)) of \
      \(HumanFigures.duration(result.horizon)), seed \(result.seed), \
      \(result.sampling.rawValue) sampling, \(start)
      """
    return [("method", method)] + warmUp(result)
  }

  /// `20,000 replications`, `1 replication`
  static func replications(_ count: Int) -> String {
    "\(grouped(count)) \(count == 1 ? "replication" : "replications")"
  }

  private static func warmUp(_ result: SimulationResult) -> [CardLayout.Row] {
    guard let warmUp = result.warmUp else { return [] }
    let length = HumanFigures.duration(warmUp)
    return [("warm-up", "each begins \(length) before its window, so that all has a history")]
  }

  /// Why a run ended that was not told how long to run, and what repeats it.
  private static func ending(_ result: SimulationResult) -> [CardLayout.Row] {
    let repeats = "`runs \(result.replications)` repeats it"
    return switch result.ending {
    case .runs: []
    case .error: [("ended", "at the error asked for; \(repeats)")]
    case .decided: [("ended", "when it was decided; \(repeats)")]
    case .time: [("ended", "when the time was over; \(repeats)")]
    case .interrupted where result.replications == 0: [("ended", "interrupted at once")]
    case .interrupted: [("ended", "interrupted; \(repeats)")]
    }
  }

  /// `1,234,567`
  static func grouped(_ count: Int) -> String {
    var groups: [Substring] = []
    var rest = Substring("\(count)")
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return ([rest] + groups).joined(separator: ",")
  }
}
