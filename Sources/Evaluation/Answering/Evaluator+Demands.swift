import Nines

// Capacities against demands that vary over time.
extension Evaluator {
  /// How often something falls short of its demand, and whether that is rare enough.
  func adequacy(
    of name: String, _ target: CheckedQuestion.Target?, _ program: CheckedProgram
  ) -> ExitStatus {
    guard let profile = program.profiles[name] else { return .unanswerable }
    do throws(ResourceAdequacyError) {
      let answer = try AdequacyAnswer(
        program.topology, of: name, against: profile,
        goal: target.map { ($0.availability, $0.text) },
        assuming: program.assumptions(about: name) + program.medians(about: name))
      show(AdequacyCard.report(answer), json: JSONValue(answer))
      return answer.isMet ?? true ? .answered : .notMet
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  /// How what falls short is distributed over years; Ctrl-C ends the run with the estimate so far.
  func simulate(
    _ checked: CheckedAdequacySimulation, _ program: CheckedProgram
  ) async -> ExitStatus {
    guard let profile = program.profiles[checked.name] else { return .unanswerable }
    do throws(ResourceAdequacyError) {
      let fleet = try CapacityFleet(program.topology, of: checked.name)
      let simulation = try AdequacySimulation(fleet, against: profile)
      guard let estimates = try await run(simulation, checked) else {
        complain("interrupted", "interrupted before two histories were drawn")
        return .interrupted
      }
      show(estimates, of: checked, against: profile, program)
      return estimates.ending == .interrupted ? .interrupted : .answered
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }

  private func run(
    _ simulation: AdequacySimulation, _ checked: CheckedAdequacySimulation
  ) async throws(ResourceAdequacyError) -> AdequacyEstimates? {
    let result = await interruption.cancelling {
      await ProgressLine.showingShare(for: sink) { progress in
        do throws(ResourceAdequacyError) {
          return Result<AdequacyEstimates?, ResourceAdequacyError>.success(
            try await simulation.run(
              until: checked.stopping, seed: checked.seed, threads: checked.threads,
              progress: progress))
        } catch {
          return .failure(error)
        }
      }
    }
    return try result.get()
  }

  private func show(
    _ estimates: AdequacyEstimates, of checked: CheckedAdequacySimulation,
    against profile: DemandProfile, _ program: CheckedProgram
  ) {
    var assumptions = checked.assumptions + program.medians(about: checked.name)
    var exact: AdequacyAnswer?
    do throws(ResourceAdequacyError) {
      exact = try AdequacyAnswer(program.topology, of: checked.name, against: profile)
    } catch {
      assumptions.append("no exact figures: \(error.description)")
    }
    let answer = AdequacySimulationAnswer(
      checked.name, estimates, seed: checked.seed, exact: exact,
      assuming: program.assumptions(about: checked.name) + assumptions)
    show(AdequacySimulationCard.report(answer), json: JSONValue(answer))
  }
}
