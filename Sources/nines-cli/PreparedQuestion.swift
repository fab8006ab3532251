import Nines

/// A question that can be answered at once: of simulations it is known that they can run.
enum PreparedQuestion {
  /// Any question but a simulation.
  case plain(CheckedQuestion)
  case simulation(CheckedSimulation, OutageSimulation)
  case fit(CheckedFit, LogQuestion)
  /// A simulation that no engine can run, and why.
  case unanswerable(String)

  /// Throws a ``Diagnostic`` for what the engine refuses as wrong input.
  init(_ question: CheckedQuestion, in program: CheckedProgram) throws(Diagnostic) {
    switch question {
    case .simulate(let checked): try self.init(checked, in: program)
    case .fit(let fit): self = .fit(fit, try LogQuestion(fit))
    default: self = .plain(question)
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
