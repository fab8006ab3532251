import Nines

// One input over a range of values.
extension Evaluator {
  /// Answers a sweep, value after value, each simulated where it must be; Ctrl-C ends it.
  func answer(_ checked: CheckedSweep) async -> ExitStatus {
    var points: [AvailabilitySweep.Point] = []
    do throws(AssessmentError) {
      for point in checked.points {
        let longRun = try Assessor(point.program.topology).longRun(of: checked.name)
        guard let answer = await answer(longRun), !answer.isInterrupted else {
          complain("interrupted", "interrupted at \(checked.path) \(point.text)")
          return .interrupted
        }
        points.append(
          AvailabilitySweep.Point(
            text: point.text, number: point.number,
            answer: answer.assuming(point.program.defaults(about: checked.name))))
      }
    } catch {
      complain("unanswerable", error.description)
      return .unanswerable
    }
    let sweep = AvailabilitySweep(
      name: checked.name, over: checked.path, current: checked.before,
      currentNumber: checked.beforeNumber, points: points)
    show(
      SweepTable.report(sweep), json: JSONValue(sweep),
      picture: Picture { () throws(ChartError) in try SweepChart.chart(sweep) }, isPicture: true)
    return .answered
  }
}
