import Assessment
import OutageSimulation
import Quantities
import RandomStreams
import ResourceAdequacy
import ServiceLevels
import StructureFunctions
import Topology

/// Tells whether a design keeps a condition: exactly where an engine is exact, else by simulation until
/// that is decided.
struct ConditionJudge {
  let topology: Topology
  /// The demands over time of definitions whose demand varies.
  let demands: [String: DemandProfile]
  let request: SizingRequest
  /// How often a simulated decision may be wrong.
  let error: Double

  private var assessor: Assessor { Assessor(topology) }

  /// Throws ``SizingError`` where no engine can tell.
  func outcome(of condition: SizingCondition) async throws(SizingError) -> ConditionOutcome {
    switch condition.requirement {
    case .availability(let name, let limit):
      return try await availability(condition, of: name, limit)
    case .outages(let name, let limit): return try await outages(condition, of: name, limit)
    case .promise(let question, let name, let limit):
      return try await promise(condition, question, of: name, limit)
    case .shortfall(let name, let limit): return try await shortfall(condition, of: name, limit)
    case .cost(let name, let limit):
      let cost = topology.inventory(of: name).cost
      return outcome(
        condition, .cost(cost), (cost ?? .none).perMonth, atMost: limit.perMonth)
    case .capacity(let name, let family, let limit):
      return try capacity(condition, of: name, without: family, limit)
    }
  }

  /// Compares what should be small; an excess below one part in 10^12 is rounding.
  private func outcome(
    _ condition: SizingCondition, _ figure: ConditionOutcome.Figure, _ value: Double,
    atMost limit: Double
  ) -> ConditionOutcome {
    let isMet =
      condition.isStrict ? value < limit * (1 - 1e-12) : value <= limit * (1 + 1e-12)
    return ConditionOutcome(condition: condition, figure: figure, isMet: isMet)
  }

  private func outcome(
    _ condition: SizingCondition, _ estimate: Estimate?, atMost limit: Double
  ) -> ConditionOutcome {
    let estimate = estimate ?? Estimate(0, standardError: nil, low: nil, high: nil)
    return ConditionOutcome(
      condition: condition, figure: .simulated(estimate), isMet: isBelow(estimate, limit))
  }

  /// Whether an estimate is below a limit, at the error that may be made on either side; nil where that
  /// can't be told. P(Z > z) is at most exp(-z^2 / 2) / 2 for a normal Z.
  private func isBelow(_ estimate: Estimate, _ limit: Double) -> Bool? {
    guard let spread = estimate.standardError, spread > 0 else {
      return isNeverSeenBelow(estimate, limit)
    }
    let reach = (-2 * ReproducibleFunctions.log(error)).squareRoot() * spread
    if estimate.value + reach <= limit { return true }
    return estimate.value - reach > limit ? false : nil
  }

  /// Of what was never seen the bound of 95 % is that of three events, and that of any other error
  /// log(1 / error) of them.
  private func isNeverSeenBelow(_ estimate: Estimate, _ limit: Double) -> Bool? {
    guard estimate.value == 0, let high = estimate.high else { return nil }
    let factor = max(1, -ReproducibleFunctions.log(error) / 2.99)
    return high * factor <= limit ? true : nil
  }

  // MARK: The long run

  private func availability(
    _ condition: SizingCondition, of name: String, _ limit: Probability
  ) async throws(SizingError) -> ConditionOutcome {
    if let up = try up(name) {
      return outcome(condition, .probability(up), up.complement, atMost: limit.complement)
    }
    return try await simulated(condition, of: name, atMost: limit.complement) { result in
      result.downtime?.mean.divided(by: result.horizon.seconds)
    }
  }

  private func outages(
    _ condition: SizingCondition, of name: String, _ limit: Frequency
  ) async throws(SizingError) -> ConditionOutcome {
    if let adequacy = try adequacy(of: name) {
      return try outages(condition, adequacy, limit)
    }
    if let figures = try figures(of: name) {
      guard let frequency = figures.frequency else {
        throw .unanswerable(
          "\(figures.untimed.joined(separator: ", ")) has no times, so that its outages can't be counted"
        )
      }
      return outages(condition, frequency, figures.probability, limit)
    }
    return try await simulated(condition, of: name, atMost: limit.perSecond) { result in
      let time = Double(result.replications) * result.horizon.seconds
      guard let outages = result.outages, outages.value > 0 else {
        // None seen: no more than this, at the error of 95 % (Poisson).
        return Estimate(0, standardError: nil, low: 0, high: 2.9957 / time)
      }
      return outages.divided(by: result.horizon.seconds)
    }
  }

  private func shortfall(
    _ condition: SizingCondition, of name: String, _ limit: Double
  ) async throws(SizingError) -> ConditionOutcome {
    if let adequacy = try adequacy(of: name) {
      let lost = adequacy.servedShare.complement
      return outcome(condition, .shortfall(lost), lost, atMost: limit)
    }
    do throws(StructureFunctionError) {
      let lost = try assessor.availability(of: name).expectedLevel.complement
      return outcome(condition, .shortfall(lost), lost, atMost: limit)
    } catch {
      guard error.leavesSimulation else { throw .unanswerable(error.description) }
      return try await simulated(condition, of: name, atMost: limit, isPlain: true) { result in
        result.lostService
      }
    }
  }

  private func outages(
    _ condition: SizingCondition, _ adequacy: AdequacyFigures, _ limit: Frequency
  ) throws(SizingError) -> ConditionOutcome {
    guard let shortfalls = adequacy.shortfalls,
      let frequency = try? Frequency(perSecond: shortfalls / adequacy.period.seconds)
    else {
      throw .unanswerable(
        "\(adequacy.untimed.joined(separator: ", ")) has no times, so that its outages can't be counted"
      )
    }
    return outages(condition, frequency, adequacy.met, limit)
  }

  /// What is always down has no outages, and is not what was looked for.
  private func outages(
    _ condition: SizingCondition, _ frequency: Frequency, _ up: Probability, _ limit: Frequency
  ) -> ConditionOutcome {
    guard up.value > 0 else {
      return ConditionOutcome(condition: condition, figure: .alwaysDown, isMet: false)
    }
    return outcome(condition, .outages(frequency), frequency.perSecond, atMost: limit.perSecond)
  }

  /// P(not down) where it is known exactly; nil where simulation must tell.
  func up(_ name: String) throws(SizingError) -> Probability? {
    if let adequacy = try adequacy(of: name) { return adequacy.met }
    return try figures(of: name)?.probability
  }

  /// True where the long-run availability needs no simulation.
  func knowsExactly(_ name: String) -> Bool { ((try? up(name)) ?? nil) != nil }

  /// The long-run availability. Throws ``SizingError`` where it isn't known exactly.
  func availability(of name: String) throws(SizingError) -> Probability {
    if let up = try up(name) { return up }
    throw .unanswerable(
      "designs are compared by exact figures alone here, and \(name) is simulated")
  }

  /// 1 - A in the long run. Throws ``SizingError`` where it isn't known exactly.
  func unavailability(of name: String) throws(SizingError) -> Double {
    try availability(of: name).complement
  }

  /// What the exact engine says of not being down; nil where simulation must.
  private func figures(of name: String) throws(SizingError) -> StructureFunction.Figures? {
    do throws(StructureFunctionError) {
      let structure = try StructureFunction(topology, of: name)
      return try structure.figures(atLeast: structure.downThreshold ?? 1)
    } catch {
      guard error.leavesSimulation else { throw .unanswerable(error.description) }
      return nil
    }
  }

  /// Errors of the mean downtime at which a simulation is looked at, each a half of the last.
  private static let looks = [0.04, 0.02, 0.01, 0.005, 0.0025]

  private func simulated(
    _ condition: SizingCondition, of name: String, atMost limit: Double, isPlain: Bool = false,
    _ figure: (SimulationResult) -> Estimate?
  ) async throws(SizingError) -> ConditionOutcome {
    var last = ConditionOutcome(
      condition: condition,
      figure: .simulated(Estimate(0, standardError: nil, low: nil, high: nil)),
      isMet: nil)
    let start = ContinuousClock.now
    for (place, precision) in Self.looks.enumerated() {
      let left = request.limit.seconds - Double.seconds(since: start)
      guard left > 0, let limitLeft = try? Duration(seconds: left) else { break }
      var plan = request.simulation
      plan.stopping = .untilError(precision, atMost: limitLeft)
      plan.standInRestoration = .minutes(1)
      if isPlain { plan.sampling = .plain }
      let result = await (try simulation(of: name, plan)).run()
      let share = 1 / Double((place + 1) * (place + 2))
      let judge = ConditionJudge(
        topology: topology, demands: demands, request: request, error: error * share)
      last = judge.outcome(condition, figure(result), atMost: limit)
      if last.isMet != nil || result.ending != .error { break }
    }
    return last
  }

  func simulation(
    of name: String, _ plan: SimulationRequest
  ) throws(SizingError) -> OutageSimulation {
    do throws(SimulationError) {
      return try assessor.simulation(of: name, plan)
    } catch {
      throw .unanswerable(error.description)
    }
  }

  // MARK: Promises and capacities

  private func promise(
    _ condition: SizingCondition, _ question: ContractQuestion, of name: String,
    _ limit: Probability
  ) async throws(SizingError) -> ConditionOutcome {
    try refuseVaryingBeneath(name)
    guard demands[name] == nil else {
      throw .unanswerable(
        "promises are judged under a constant demand; that of \(name) varies over time")
    }
    var plan = request.simulation
    plan.horizon = question.span
    plan.stopping = .untilDecided(limit, atMost: request.limit)
    plan.decisionError = error
    do throws(ContractError) {
      let inquiry = try assessor.contract(of: name, question, plan)
      let answer =
        inquiry.forecast == nil
        ? await inquiry.answer(required: limit) : inquiry.answer(nil, required: limit)
      let figure: ConditionOutcome.Figure =
        answer.forecast.map { .probability($0.met) }
        ?? .simulated(answer.missed ?? Estimate(0, standardError: nil, low: 0, high: 1))
      return ConditionOutcome(condition: condition, figure: figure, isMet: answer.isMet)
    } catch {
      throw .unanswerable(error.description)
    }
  }

  private func capacity(
    _ condition: SizingCondition, of name: String, without family: String, _ limit: Rate
  ) throws(SizingError) -> ConditionOutcome {
    let left = try topology.leastCapacity(
      of: name, withoutAnyOf: family, unit: limit.unit)
    guard let left else {
      return ConditionOutcome(condition: condition, figure: .capacity(nil), isMet: true)
    }
    guard let ratio = left.ratio(to: limit) else {
      throw .unanswerable("\(left.label) and \(limit.label) don't mix")
    }
    return ConditionOutcome(
      condition: condition, figure: .capacity(left),
      isMet: condition.isStrict ? ratio > 1 + 1e-12 : ratio >= 1 - 1e-12)
  }
}

extension Double {
  /// Seconds since an instant.
  fileprivate static func seconds(since start: ContinuousClock.Instant) -> Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
