import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keys that the editor takes itself.
private enum Key {
  static let interrupt: UInt8 = 0x03
  static let quit: UInt8 = 0x1C
  static let suspend: UInt8 = 0x1A
  /// No terminal sends it as text: it stands for the move below the line.
  static let moveToEnd: wchar_t = 0x1F
}

extension EditingSession {
  /// Joins libedit to the line editor, which it must not outlive. The keys of `~/.editrc` are read
  /// after the usual ones; Tab and the private key come last.
  func attach(_ owner: LineEditor) {
    editline_set_client(editor, Unmanaged.passUnretained(owner).toOpaque())
    editline_set_prompt(
      editor,
      { editor in editor.flatMap { LineEditor.of($0)?.editing?.prompt } },
      CInt(PromptText.delimiter.value))
    editline_set_reader(editor) { editor, character in
      guard let editor, let character, let owner = LineEditor.of(editor) else { return -1 }
      return owner.nextKey(character)
    }
    for name in Self.misusedCapabilities { editline_forget_capability(editor, name) }
    editline_set_emacs_keys(editor)
    for (key, command) in UsualKeys.all { editline_bind(editor, key, command) }
    el_source(editor, nil)
    addOwnKeys()
    editline_take_signal_keys(editor)
  }

  private func addOwnKeys() {
    editline_add_completion(editor) { editor, _ in
      editor.flatMap { LineEditor.of($0)?.complete() } ?? UInt8(CC_ERROR)
    }
    editline_add_move_to_end(editor) { editor, _ in
      editor.flatMap { LineEditor.of($0)?.editing?.moveToEnd() } ?? UInt8(CC_ERROR)
    }
    editline_bind(editor, "^I", "nines-complete")
    editline_bind(editor, "^_", "nines-move-to-end")
    editline_bind_command_mode(editor, "^_", "nines-move-to-end")
  }

  fileprivate func moveToEnd() -> UInt8 {
    moveCursor(by: line.count - cursor)
    return UInt8(CC_CURSOR)
  }

  /// With characters inserted or deleted by the terminal, libedit erases a row too many of a line that
  /// wraps; without these it writes the rest of the line anew.
  private static let misusedCapabilities = ["ic", "im", "IC", "dc", "dm", "DC"]
}

extension LineEditor {
  /// The line editor behind libedit's.
  fileprivate static func of(_ editor: OpaquePointer) -> LineEditor? {
    editline_client(editor).map {
      Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue()
    }
  }

  /// libedit's reader of characters: 1 with a character, 0 at the end, -1 to leave the line.
  fileprivate func nextKey(_ character: UnsafeMutablePointer<wchar_t>) -> CInt {
    if ending != nil { return -1 }
    drawPrompt()
    showListing()
    while let editing {
      if bytes.isEmpty, !waitForInput(editing) { return 0 }
      if bytes.takePasteMark() {
        if editing.line.isEmpty, bytes.holdsPastedLine { return leave(.line("")) }
        continue
      }
      if let answer = takeSignalKey(editing, character) { return answer }
      guard let scalar = bytes.takeScalar() else { continue }
      return give(scalar, to: character, editing)
    }
    return 0
  }

  private func leave(_ reason: Input) -> CInt {
    ending = reason
    return -1
  }

  /// False at the end of the input.
  private func waitForInput(_ editing: EditingSession) -> Bool {
    while true {
      switch bytes.fill(waiting: -1) {
      case .more: return true
      case .nothing: continue
      case .signal: redrawAfterSignal(editing)
      case .end:
        ending = .endOfInput
        return false
      }
    }
  }

  private func give(
    _ scalar: Unicode.Scalar, to character: UnsafeMutablePointer<wchar_t>,
    _ editing: EditingSession
  ) -> CInt {
    let endsLine = scalar == "\n" || scalar == "\r"
    guard endsLine || scalar.value < 0x20 || editing.line.count < Self.longestLine else {
      return refuseLine(editing, character)
    }
    if endsLine { bytes.drain() }
    character.pointee = wchar_t(bitPattern: scalar.value)
    return 1
  }

  private func refuseLine(
    _ editing: EditingSession, _ character: UnsafeMutablePointer<wchar_t>
  ) -> CInt {
    while !bytes.isPasting, bytes.fill(waiting: 50) == .more, bytes.count < PasteBracket.limit {}
    bytes.discardLine()
    return belowLine(.tooLong(limit: Self.longestLine), editing, character)
  }

  /// What Ctrl-C, Ctrl-Z and Ctrl-\ do; nil when the next byte is none of them.
  private func takeSignalKey(
    _ editing: EditingSession, _ character: UnsafeMutablePointer<wchar_t>
  ) -> CInt? {
    guard !bytes.isPasting, let key = bytes.next else { return nil }
    switch key {
    case Key.interrupt: break
    case Key.suspend, Key.quit:
      bytes.skip()
      stop(editing, by: key == Key.quit ? SIGQUIT : SIGTSTP)
      return bytes.isEmpty && !waitForInput(editing) ? 0 : nil
    default: return nil
    }
    bytes.skip()
    return belowLine(.interrupted, editing, character)
  }

  /// Ends the read, with the cursor at the line's end so that what follows doesn't overwrite it.
  private func belowLine(
    _ reason: Input, _ editing: EditingSession, _ character: UnsafeMutablePointer<wchar_t>
  ) -> CInt {
    guard editing.cursor < editing.line.count else { return leave(reason) }
    ending = reason
    character.pointee = Key.moveToEnd
    return 1
  }

  /// Sends the signal that the key means to all processes of the terminal's job, as a terminal does.
  private func stop(_ editing: EditingSession, by signal: CInt) {
    Terminal.write(PasteBracket.off)
    editline_set_raw(editing.editor, 0)
    kill(0, signal)
    editline_set_raw(editing.editor, 1)
    Terminal.write("\r" + PasteBracket.on)
    fitWindow(editing)
    editline_redraw(editing.editor)
  }
}
