import Nines

/// A question that can be answered at once: of simulations it is known that they can run.
enum PreparedQuestion {
  /// Any question but a simulation.
  case plain(CheckedQuestion)
  case simulation(CheckedSimulation, OutageSimulation)
  /// A picture of a simulation.
  case picture(CheckedPicture, OutageSimulation)
  case promise(CheckedPromise, ContractInquiry)
  /// A budget, and the simulation that tells what spends it.
  case spending(CheckedBudget, OutageSimulation)
  case search(CheckedSearch)
  case fit(CheckedFit, LogQuestion)
  case comparison(CheckedComparison, ComparisonInquiry)
  /// A question about a program with some values changed.
  indirect case changed(ChangedQuestion, PreparedQuestion)
  /// A simulation that no engine can run, and why.
  case unanswerable(String)

  /// Throws a ``Diagnostic`` for what the engine refuses as wrong input.
  init(_ question: CheckedQuestion, in program: CheckedProgram) throws(Diagnostic) {
    switch question {
    case .simulate(let checked): try self.init(checked, in: program)
    case .picture(let picture):
      try self.init(picture.simulation, in: program)
      if case .simulation(_, let simulation) = self { self = .picture(picture, simulation) }
    case .budget(let budget): try self.init(budget, in: program)
    case .promise(let promise): try self.init(promise, in: program)
    case .find(let search): self = .search(search)
    case .fit(let fit): self = .fit(fit, try LogQuestion(fit))
    case .comparison(let comparison): self = Self.prepared(comparison, in: program)
    case .changed(let changed):
      self = .changed(changed, try PreparedQuestion(changed.question, in: changed.program))
    default: self = .plain(question)
    }
  }

  private static func prepared(
    _ comparison: CheckedComparison, in program: CheckedProgram
  ) -> PreparedQuestion {
    do throws(AssessmentError) {
      return .comparison(
        comparison,
        try Assessor(program.topology).comparing(
          comparison.names, simulating: comparison.request))
    } catch {
      return .unanswerable(error.description)
    }
  }

  private init(_ budget: CheckedBudget, in program: CheckedProgram) throws(Diagnostic) {
    guard let spending = budget.spending else {
      self = .plain(.budget(budget))
      return
    }
    do throws(ContractError) {
      let simulation = try Assessor(program.topology).spending(
        of: spending.name, spending.request, excludingMaintenance: budget.excludesMaintenance)
      self = .spending(budget, simulation)
    } catch {
      try self.init(error) { program.diagnostic($0, of: spending) }
    }
  }

  private init(_ promise: CheckedPromise, in program: CheckedProgram) throws(Diagnostic) {
    do throws(ContractError) {
      let assessor = Assessor(program.topology)
      let inquiry = try assessor.contract(
        of: promise.name, promise.question, promise.request,
        isSimulated: promise.isSimulationAsked)
      self = .promise(promise, inquiry)
    } catch {
      try self.init(error) { program.diagnostic($0, of: promise) }
    }
  }

  /// What can't be judged: unanswerable, or wrong input that `diagnostic` places.
  private init(
    _ error: ContractError, _ diagnostic: (SimulationError) -> Diagnostic
  ) throws(Diagnostic) {
    switch error {
    case .maintenance, .simulation(.structure): self = .unanswerable(error.description)
    case .simulation(let error): throw diagnostic(error)
    }
  }

  private init(
    _ checked: CheckedSimulation, in program: CheckedProgram
  ) throws(Diagnostic) {
    do throws(SimulationError) {
      let assessor = Assessor(program.topology)
      self = .simulation(checked, try assessor.simulation(of: checked.name, checked.request))
    } catch .structure(let error) {
      self = .unanswerable(error.description)
    } catch {
      throw program.diagnostic(error, of: checked)
    }
  }
}
