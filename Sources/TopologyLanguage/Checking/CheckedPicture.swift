import OutageSimulation
import Quantities
import ServiceLevels
import Topology

/// A picture of what a simulation shows: `plot shop as timeline for 1y`.
public struct CheckedPicture: Sendable, Hashable {
  /// The simulation whose result is shown.
  public let simulation: CheckedSimulation
  /// How it is shown.
  public let kind: PictureSyntax.Kind
  /// The promises of the text whose windows are as long as those that are shown, with the downtime that
  /// each allows in one: those that count all downtime alike, planned or not. None where a simulation
  /// counts more than what is down.
  public let allowances: [Allowance]

  /// A promise, and what it allows.
  public struct Allowance: Sendable, Hashable {
    /// The name of the promise.
    public let name: String
    /// The downtime allowed in one window.
    public let downtime: Duration
  }
}

extension Checker {
  /// A picture of a simulation, or of the topology, which nothing else belongs to.
  func question(
    about picture: PictureSyntax, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    guard picture.kind == .topology else {
      return .picture(try self.picture(picture, span, topology))
    }
    let name = try known(picture.name, topology)
    guard topology.definition(named: name) != nil else {
      throw Diagnostic(
        .unknownName,
        "'\(name)' is a domain; a definition is drawn, with the domains that it stands in",
        at: picture.name.span)
    }
    if let option = picture.options.first {
      let removal = ClauseRemoval(of: option.span, in: source)
      throw Diagnostic(
        .misplacedClause,
        "'\(option.content.word)' is about simulations; a topology takes no option",
        at: removal.span, fixes: removal.fixes)
    }
    guard picture.duration == nil else {
      throw Diagnostic(
        .misplacedClause,
        "a topology lasts for no time; leave 'for' out, as in plot \(name) as topology",
        at: span)
    }
    return .drawing(name)
  }

  /// A picture covers a month of 30 d, or the window of the first promise of the text; a timeline a
  /// year.
  func picture(
    _ picture: PictureSyntax, _ span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedPicture {
    let name = try known(picture.name, topology)
    guard flows.profiles[name] == nil else {
      throw .notYet(form: "a picture of a demand that varies is", picture.name.span)
    }
    let promised = agreements.all.lazy.map(\.window).first { $0 != .calendarMonth }?.length
    let isTimeline = picture.kind == .timeline
    let usual: Duration = isTimeline ? .years(1) : promised ?? .days(30)
    let reading = try SimulationReading(
      picture.duration, unless: usual, picture.options, source)
    if isTimeline { try reading.refuseRunOptions() }
    let simulation = reading.simulation(
      of: name, under: topology.definition(named: name)?.demand,
      assuming: defaults(name, topology), at: span, isOneHistory: isTimeline)
    return CheckedPicture(
      simulation: simulation, kind: picture.kind,
      allowances: allowances(in: simulation.request, topology))
  }

  /// None where less than down counts, which is not what promises are about.
  private func allowances(
    in request: SimulationRequest, _ topology: Topology
  ) -> [CheckedPicture.Allowance] {
    guard request.countsBelow == nil else { return [] }
    let shown = request.window?.length ?? request.horizon
    return agreements.all.filter { agreement in
      agreement.window.length == shown && agreement.rule == .continuous && !agreement.isRolling
        && !(agreement.excludesMaintenance && topology.hasMaintenance)
    }.compactMap { agreement in
      let budget = try? ErrorBudget(target: agreement.target, period: agreement.window)
      return budget.map {
        CheckedPicture.Allowance(name: agreement.name, downtime: $0.allowed)
      }
    }
  }
}
