import Nines

/// Where answers about a changed topology go: their charts name the changes, since a file of a picture
/// stands alone.
struct ChangedSink: AnswerSink {
  let sink: any AnswerSink
  /// A line for each change: `db.mttr 1h -> 10min`.
  let changes: [String]

  var wantsJSON: Bool { sink.wantsJSON }
  var showsProgress: Bool { sink.showsProgress }

  func complain(_ complaint: Complaint) { sink.complain(complaint) }

  func show(_ answer: ShownAnswer) {
    let note = "With \(changes.joined(separator: ", "))."
    sink.show(
      ShownAnswer(
        report: answer.report, json: answer.json, picture: { answer.picture().noting(note) },
        isPicture: answer.isPicture, isBrief: answer.isBrief))
  }
}

extension Picture {
  /// A chart with a sentence before what it says of how it was obtained; drawings show their values.
  fileprivate func noting(_ sentence: String) -> Picture {
    guard case .chart(let chart) = self else { return self }
    return .chart(chart.noting(sentence))
  }
}
