import Nines

// What incident logs say.
extension Evaluator {
  /// Answers a `fit` of a text.
  func answer(_ question: LogQuestion, _ fit: CheckedFit, in input: Input) -> ExitStatus {
    do throws(LogQuestionError) {
      let bytes = try bytes(of: fit, in: input)
      show(try question.answer(bytes))
      return .answered
    } catch {
      return complain(error, fit, in: input)
    }
  }

  private func bytes(of fit: CheckedFit, in input: Input) throws(LogQuestionError) -> [UInt8] {
    do throws(InputError) {
      return try FileReading.bytes(of: input.path(of: fit.file), limit: FileReading.logLimit)
    } catch {
      throw .question(fit.diagnostic(error.description, at: .file))
    }
  }

  private func show(_ answer: FitAnswer) {
    for service in answer.services {
      show(
        FitCard.report(
          service, in: answer,
          definition: EvidenceDefinition.lines(service, from: answer.name)),
        json: JSONValue(service, in: answer))
    }
  }

  private func complain(
    _ error: LogQuestionError, _ fit: CheckedFit, in input: Input
  ) -> ExitStatus {
    switch error {
    case .log(let error):
      for flaw in error.flaws { complain(flaw, fit.file) }
      if error.isCutShort {
        complain("incident-log", "\(fit.file): reading stopped after \(error.flaws.count) flaws")
      }
      return .wrongInput
    case .question(let diagnostic):
      let (diagnostic, source) = input.located(diagnostic)
      complain(diagnostic, source)
      return .wrongInput
    case .unanswerable(let reason):
      complain("unanswerable", reason)
      return .unanswerable
    }
  }

  /// A flaw by its row in the log.
  private func complain(_ flaw: IncidentLogFlaw, _ file: String) {
    sink.complain(
      .sentence("\(file): \(flaw.description)", code: "incident-log", row: flaw.row))
  }
}
