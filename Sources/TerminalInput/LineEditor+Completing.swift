import CLibedit

extension LineEditor {
  /// The Tab key: inserts what all candidates share, or else lists them.
  func complete() -> UInt8 {
    guard let editing else { return UInt8(CC_ERROR) }
    if bytes.isPasting { return UInt8(CC_ERROR) }
    let line = editing.line
    let before = EditingSession.text(UnsafeBufferPointer(rebasing: line[..<editing.cursor]))
    let completion = completer(EditingSession.text(line), before.utf8.count)
    guard !completion.candidates.isEmpty, completion.replacedFrom <= before.utf8.count else {
      return UInt8(CC_ERROR)
    }
    let kept = before.utf8.prefix(max(0, completion.replacedFrom))
    let word = String(decoding: before.utf8.dropFirst(kept.count), as: UTF8.self)
    let insertion = completion.insertion
    if completion.candidates.count == 1 || insertion.utf8.count > word.utf8.count {
      guard line.count + insertion.unicodeScalars.count <= Self.longestLine else {
        return UInt8(CC_ERROR)
      }
      let place = String(decoding: kept, as: UTF8.self).unicodeScalars.count
      editing.replace(from: place, with: insertion)
      return UInt8(CC_REFRESH)
    }
    return list(completion.candidates, editing)
  }

  /// The list is shown before the next key, once the cursor stands below the line.
  private func list(_ candidates: [Completion.Candidate], _ editing: EditingSession) -> UInt8 {
    listing = candidates
    listingStep = editing.cursor - editing.line.count
    editing.moveCursor(by: -listingStep)
    return UInt8(CC_CURSOR)
  }
}
