import Nines

// Pictures on standard output, and in files beside it.
extension StreamSink {
  /// What to tell the shell besides what the answers say: pictures that were asked for may be missing.
  package var status: ExitStatus {
    let (pictures, refusal, status) = state.withLock {
      ($0.shown + $0.written, $0.refusal, $0.status)
    }
    guard pictures == 0, status == .answered, let refusal else { return status }
    if !form.isPicture { complain(.sentence(refusal, code: "no-picture")) }
    return .unanswerable
  }

  /// Says at once why something has no picture.
  func refusePicture(_ reason: String) {
    state.withLock { $0.status = $0.status.worse(.unanswerable) }
    complain(.sentence(reason, code: "no-picture"))
  }

  func draw(_ answer: ShownAnswer) {
    guard let picture = picture(of: answer) else { return noteMissing(answer) }
    let isFirst = state.withLock { state in
      state.shown += 1
      return state.shown == 1
    }
    if form == .vegaLite {
      guard let specification = picture.vegaLite else {
        return refusePicture(Picture.drawingForVegaLite)
      }
      return StandardOutput.print(specification.text)
    }
    guard isFirst else {
      return refusePicture(
        "standard output holds one SVG; ask one question, or write files by --picture shop.svg")
    }
    StandardOutput.print(picture.svg(SVGRenderer()) ?? "", terminator: "")
  }

  /// In the forms of pictures nothing else says that there was an answer.
  private func noteMissing(_ answer: ShownAnswer) {
    guard let reason = answer.picture().refusal, !answer.isBrief else { return }
    StandardError.print("note: an answer is not shown: \(reason)")
  }

  func write(_ answer: ShownAnswer, to file: PictureFile) {
    guard let picture = picture(of: answer) else { return }
    let number = state.withLock { state in
      state.written += 1
      return state.written
    }
    do throws(InputError) {
      try file.numbered(number).write(picture)
    } catch {
      state.withLock { $0.status = $0.status.worse(error.status) }
      complain(.sentence(error.description, code: error.code))
    }
  }

  /// Nil where there is none, and why is remembered.
  private func picture(of answer: ShownAnswer) -> Picture? {
    let picture = answer.picture()
    guard let reason = picture.refusal else { return picture }
    state.withLock { $0.refusal = $0.refusal ?? reason }
    return nil
  }
}
