import Nines

// What each input does.
extension Evaluator {
  /// Answers how much each input matters; Ctrl-C ends it.
  func answer(_ checked: CheckedTornado, _ program: CheckedProgram) async -> ExitStatus {
    let inputs = checked.inputs.map { input in
      InputChange(input.name, text: input.text, isBelief: input.isBelief) { isHigh in
        input.topology(isHigh: isHigh)
      }
    }
    let assessor = Assessor(program.topology)
    let outcome = await interruption.cancelling {
      do throws(AssessmentError) {
        return Result<Tornado?, AssessmentError>.success(
          try await assessor.tornado(of: checked.name, over: inputs))
      } catch {
        return .failure(error)
      }
    }
    return show(outcome)
  }

  private func show(_ outcome: Result<Tornado?, AssessmentError>) -> ExitStatus {
    switch outcome {
    case .success(let tornado?):
      show(
        TornadoTable.report(tornado), json: JSONValue(tornado),
        picture: Picture { () throws(ChartError) in try TornadoChart.chart(tornado) })
      return .answered
    case .success(nil):
      complain("interrupted", "interrupted before all inputs were changed")
      return .interrupted
    case .failure(let error):
      complain("unanswerable", error.description)
      return .unanswerable
    }
  }
}
