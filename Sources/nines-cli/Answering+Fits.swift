import Nines

// What incident logs say.
extension Answering {
  /// Answers a `fit` of a text.
  func answer(_ question: LogQuestion, _ fit: CheckedFit, in input: Input) -> ExitStatus {
    do throws(LogQuestionError) {
      let bytes = try bytes(of: fit, in: input)
      show(try question.answer(bytes))
      return .answered
    } catch {
      return report(error, fit, in: input)
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
    for (place, service) in answer.services.enumerated() {
      guard !isJSON else {
        print(JSONValue(service, in: answer).text)
        continue
      }
      if place > 0 { print("") }
      let definition = EvidenceDefinition.lines(service, from: answer.name)
      print(FitCard.report(service, in: answer, definition: definition).text)
    }
  }

  private func report(
    _ error: LogQuestionError, _ fit: CheckedFit, in input: Input
  ) -> ExitStatus {
    switch error {
    case .log(let error):
      for flaw in error.flaws { report(flaw, fit.file) }
      if error.isCutShort {
        reportPlain("incident-log", "\(fit.file): reading stopped after \(error.flaws.count) flaws")
      }
      return .wrongInput
    case .question(let diagnostic):
      let (diagnostic, source) = input.located(diagnostic)
      report(diagnostic, source)
      return .wrongInput
    case .unanswerable(let reason):
      reportPlain("unanswerable", reason)
      return .unanswerable
    }
  }

  /// A flaw by its row in the log.
  private func report(_ flaw: IncidentLogFlaw, _ file: String) {
    let message = "\(file): \(flaw.description)"
    guard isJSON else { return StandardError.print("error: \(message)") }
    StandardError.print(
      JSONValue.object([
        "schema": .integer(1), "kind": .string("error"), "code": .string("incident-log"),
        "message": .string(message), "line": flaw.row.map { .integer($0) } ?? .null,
        "column": .null, "length": .null, "fix": .null,
      ]).text)
  }
}
