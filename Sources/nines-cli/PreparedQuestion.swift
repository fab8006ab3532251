import Nines

/// A question that can be answered at once: of simulations it is known that they can run.
enum PreparedQuestion {
  /// Any question but a simulation.
  case plain(CheckedQuestion)
  case simulation(CheckedSimulation, OutageSimulation)
  /// A simulation that no engine can run, and why.
  case unanswerable(String)

  /// Throws a ``Diagnostic`` for what the engine refuses as wrong input.
  init(_ question: CheckedQuestion, in program: CheckedProgram) throws(Diagnostic) {
    guard case .simulate(let checked) = question else {
      self = .plain(question)
      return
    }
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
