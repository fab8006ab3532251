import Nines

// Things side by side.
extension Evaluator {
  /// Answers a comparison, simulated where it must be; Ctrl-C ends it with the estimate so far.
  func answer(
    _ checked: CheckedComparison, _ inquiry: ComparisonInquiry, _ program: CheckedProgram
  ) async -> ExitStatus {
    guard let comparison = await comparison(inquiry) else { return nothingDrawn() }
    let whole = comparison.assuming(checked.assumptions + program.medians)
    show(
      ComparisonTable.report(whole),
      json: JSONValue(whole, sentence: ComparisonTable.sentence(whole))
    )
    return whole.result?.ending == .interrupted ? .interrupted : .answered
  }

  private func comparison(_ inquiry: ComparisonInquiry) async -> Comparison? {
    switch inquiry {
    case .exact(let comparison): return comparison
    case .simulation(let simulated):
      let result = await interruption.cancelling {
        await ProgressLine.showing(for: sink) { progress in
          await simulated.simulation.run(progress: progress)
        }
      }
      return simulated.answer(result)
    }
  }
}
