import Quantities

/// Finds designs of a space exactly: the cheapest for a target, the most available within limits,
/// and the Pareto front of cost against unavailability.
///
/// Numbers within a relative 1e-12 of each other count as equal: a design that just ties with a
/// target or a limit keeps to it. Of designs that are equal in all that was asked for, one is always
/// the same: in a search by evaluation the one whose options come first in the order of declaration.
/// A search runs on one thread.
///
///     let web = Subsystem("web", [ComponentKind("small", .percent(99), cost: 70)], atMost: 6)
///     let db = Subsystem("db", [ComponentKind("node", .percent(99.9), cost: 400)], need: 2, atMost: 5)
///     let search = DesignSearch(try Subsystem.series([web, db]))
///     let cheapest = try await search.cheapest(meeting: .percent(99.99)).design
public struct DesignSearch: Sendable {
  /// The most designs that a search by evaluation takes.
  public static let mostDesigns = 1_000_000

  /// The space searched.
  public var space: DesignSpace {
    switch method {
    case .evaluation(let space, _): space
    case .series(let system): system.space
    }
  }

  private let method: Method

  private enum Method: Sendable {
    case evaluation(DesignSpace, DesignEvaluation)
    case series(SeriesSystem)
  }

  /// A search that knows nothing of designs but what an evaluation says, and which choices are
  /// ordered; it looks at as few designs as it can. At worst it evaluates all.
  ///
  /// Throws ``AllocationError/tooManyDesigns(_:most:widest:)``.
  public init(
    _ space: DesignSpace, _ evaluation: DesignEvaluation
  ) throws(AllocationError) {
    guard space.size <= Double(Self.mostDesigns) else {
      let widest = space.choices.max { $0.options.count < $1.options.count }
      throw .tooManyDesigns(space.size, most: Self.mostDesigns, widest: widest?.name ?? "")
    }
    method = .evaluation(space, evaluation)
  }

  /// A search over independent choices in series; its space may have any size.
  public init(_ system: SeriesSystem) { method = .series(system) }

  /// Looks for a goal; `known` holds availabilities that an earlier search has evaluated.
  private func run<Goal: DesignGoal>(
    _ goal: Goal, _ limits: [Double], known: [Int: Probability] = [:],
    _ progress: ProgressHandler?
  ) throws(AllocationError) -> Outcome {
    var monitor = SearchMonitor(progress)
    switch method {
    case .evaluation(let space, let evaluation):
      var search = BestFirstSearch(goal, in: space, evaluation, limits: limits, known: known)
      try search.run(&monitor)
      return Outcome(search.goal.found, search.examined, search.evaluated)
    case .series(let system):
      var search = SeriesSearch(goal, in: system, limits: limits)
      try search.run(&monitor)
      return Outcome(search.goal.found, search.examined, [:])
    }
  }

  /// What a search has found, how many designs or partial designs it looked at, and what it has
  /// evaluated.
  private struct Outcome {
    let found: [Design]
    let examined: Int
    let evaluated: [Int: Probability]

    init(_ found: [Design], _ examined: Int, _ evaluated: [Int: Probability]) {
      self.found = found
      self.examined = examined
      self.evaluated = evaluated
    }
  }

  private var evaluation: DesignEvaluation {
    switch method {
    case .evaluation(_, let evaluation): evaluation
    case .series(let system): system.evaluation
    }
  }
}

extension DesignSearch {
  /// The cheapest design within `limits` whose availability is `target` or better; of equally cheap
  /// ones the most available. Cancelling the surrounding task ends it.
  ///
  /// Throws ``AllocationError/unreachable(_:)``, which says the best that can be had and what limits
  /// it, and what else ``AllocationError`` lists for limits, evaluations and cancellation.
  public func cheapest(
    meeting target: Probability, within limits: ResourceLimits = .none,
    progress: ProgressHandler? = nil
  ) async throws(AllocationError) -> DesignFinding {
    try target.check(at: "the target")
    let caps = try limits.demands(in: space)
    let result = try run(CheapestGoal(target: target.complement), caps, progress)
    guard let design = result.found.first else {
      throw try unreachable(target, caps, known: result.evaluated, progress)
    }
    return DesignFinding(design: design, examined: result.examined)
  }

  /// The most available design within `limits`; of equally available ones the cheapest. Cancelling
  /// the surrounding task ends it.
  ///
  /// Throws ``AllocationError/belowLeast(_:of:least:)`` and ``AllocationError/noDesignWithinLimits``
  /// when no design keeps to the limits, and what else ``AllocationError`` lists for evaluations and
  /// cancellation.
  public func mostAvailable(
    within limits: ResourceLimits, progress: ProgressHandler? = nil
  ) async throws(AllocationError) -> DesignFinding {
    let result = try run(MostAvailableGoal(), try limits.demands(in: space), progress)
    guard let design = result.found.first else { throw .noDesignWithinLimits }
    return DesignFinding(design: design, examined: result.examined)
  }

  /// The designs within `limits` than which none is as cheap and as available and better in one of
  /// both, cheapest first. Cancelling the surrounding task ends it. Throws as
  /// ``mostAvailable(within:progress:)``, and ``AllocationError/tooManyPartialDesigns(most:)``.
  public func paretoFront(
    within limits: ResourceLimits = .none, progress: ProgressHandler? = nil
  ) async throws(AllocationError) -> ParetoFront {
    let result = try run(ParetoGoal(), try limits.demands(in: space), progress)
    guard !result.found.isEmpty else { throw .noDesignWithinLimits }
    return ParetoFront(designs: result.found, examined: result.examined)
  }

  private func unreachable(
    _ target: Probability, _ limits: [Double], known: [Int: Probability],
    _ progress: ProgressHandler?
  ) throws(AllocationError) -> AllocationError {
    let result = try run(MostAvailableGoal(), limits, known: known, progress)
    guard let best = result.found.first else { return .noDesignWithinLimits }
    return .unreachable(
      UnreachableTarget(
        target: target, best: best, limit: try evaluation.limitingChoice(of: best, in: space)))
  }
}

/// A design that was found, with what it took.
public struct DesignFinding: Sendable, Hashable {
  /// The design.
  public let design: Design
  /// Designs evaluated; for choices in series, partial designs looked at.
  public let examined: Int
}

/// The best trades of cost for availability.
public struct ParetoFront: Sendable, Hashable {
  /// Cheapest first; each costs more than the one before and is more available.
  public let designs: [Design]
  /// Designs evaluated; for choices in series, partial designs looked at.
  public let examined: Int
}
