import CLibedit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// libedit's editor and history, and how they are freed.
final class EditingSession {
  let editor: OpaquePointer
  private let history: OpaquePointer
  /// libedit asks for the prompt whenever it draws: null-terminated.
  private(set) var prompt: UnsafeMutablePointer<wchar_t>

  /// Entries that are kept in memory.
  private static let historySize: Int32 = 2_000

  /// Nil when memory is short.
  init?(program: String) {
    guard let editor = editline_start(program) else { return nil }
    guard let history = history_winit() else {
      el_end(editor)
      return nil
    }
    self.editor = editor
    self.history = history
    prompt = Self.characters("")
    editline_history_limit(history, Self.historySize)
    editline_set_history(editor, history)
  }

  deinit {
    el_end(editor)
    history_wend(history)
    prompt.deallocate()
  }

  func remember(_ entry: String) {
    let characters = Self.characters(entry)
    defer { characters.deallocate() }
    editline_history_add(history, characters)
  }

  func show(_ text: PromptText) {
    prompt.deallocate()
    prompt = Self.characters(text.marked)
  }

  /// Null-terminated; for the caller to deallocate.
  static func characters(_ text: String) -> UnsafeMutablePointer<wchar_t> {
    let scalars = text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    let characters = UnsafeMutablePointer<wchar_t>.allocate(capacity: scalars.count + 1)
    for (place, scalar) in scalars.enumerated() {
      (characters + place).initialize(to: scalar)
    }
    (characters + scalars.count).initialize(to: 0)
    return characters
  }

  static func text(_ characters: UnsafeBufferPointer<wchar_t>) -> String {
    var text = String.UnicodeScalarView()
    text.append(
      contentsOf: characters.lazy.map {
        Unicode.Scalar(UInt32(bitPattern: $0)) ?? "\u{FFFD}"
      })
    return String(text)
  }
}

// MARK: The line

extension EditingSession {
  /// The line under edit and the cursor as a number of scalars.
  var line: UnsafeBufferPointer<wchar_t> {
    guard let info = el_wline(editor)?.pointee, let start = info.buffer, let end = info.lastchar
    else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  var cursor: Int { Int(el_cursor(editor, 0)) }

  func moveCursor(by step: Int) {
    el_cursor(editor, CInt(clamping: step))
  }

  /// Replaces what stands between a place, in scalars, and the cursor.
  func replace(from place: Int, with text: String) {
    el_deletestr(editor, CInt(clamping: cursor - place))
    let characters = Self.characters(text)
    defer { characters.deallocate() }
    el_winsertstr(editor, characters)
  }

  /// A line without its end, or nil when the reader gave none.
  func readLine() -> String? {
    var count: CInt = 0
    Terminal.write(PasteBracket.on)
    let line = el_wgets(editor, &count)
    Terminal.write(PasteBracket.off)
    guard let line, count > 0 else { return nil }
    let characters = UnsafeBufferPointer(start: line, count: Int(count))
    let text = Self.text(characters)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
