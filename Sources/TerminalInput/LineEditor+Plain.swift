#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension LineEditor {
  /// A line as it comes, behind its prompt without colours when someone types it. Costs the length of
  /// the line.
  func readPlainLine() -> Input {
    if isatty(STDIN_FILENO) == 1 { Terminal.write(prompt.plain) }
    var searched = 0
    while true {
      if let line = bytes.takeLine(searchedTo: searched) { return .line(line) }
      searched = bytes.count
      switch bytes.fill(waiting: -1) {
      case .more, .nothing, .signal: continue
      case .end: return endOfPlainLines()
      }
    }
  }

  /// After Ctrl-C, which the terminal has shown, nothing is left of what was typed ahead.
  private func endOfPlainLines() -> Input {
    guard let signal = bytes.signal else {
      return bytes.takeRest().map { .line($0) } ?? .endOfInput
    }
    Terminal.write("\n")
    guard signal == SIGINT else { return .endOfInput }
    bytes.discard()
    return .interrupted
  }
}

extension TerminalBytes {
  /// A line without its end; nil when none is whole. The bytes up to an offset are known to hold no
  /// line end.
  mutating func takeLine(searchedTo searched: Int) -> String? {
    guard let end = bytes[(position + searched)...].firstIndex(of: 0x0A) else { return nil }
    let line = bytes[position..<end]
    skip(line.count + 1)
    return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
  }

  /// What is left without a line end.
  mutating func takeRest() -> String? {
    guard !isEmpty else { return nil }
    let rest = bytes[position...]
    skip(rest.count)
    return String(decoding: rest, as: UTF8.self)
  }
}
