import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How text is set on the two streams of a process: what a terminal shows, or what a file keeps.
package struct StreamStyle: Sendable {
  /// Whether colours are used.
  package enum Colour: String, CaseIterable, Sendable {
    /// On terminals, as the environment has it.
    case auto
    /// Everywhere.
    case always
    /// Nowhere.
    case never
  }

  /// The columns of a line; nil for lines of any length.
  package let width: Int?
  /// The colours of standard output.
  package let output: TextStyle
  /// The colours of standard error.
  package let errors: TextStyle

  /// The style that the streams, the environment and the flags ask for. `width` counts columns, from
  /// 20; without it that of a terminal is taken, or lines of any length for a file.
  package init(colour: Colour = .auto, width: Int? = nil) {
    self.width = width ?? Self.columns(of: STDOUT_FILENO)
    output = Self.style(of: STDOUT_FILENO, colour)
    errors = Self.style(of: STDERR_FILENO, colour)
  }

  /// A flag comes before the environment. In that NO_COLOR (no-color.org) comes before CLICOLOR_FORCE
  /// (bixense.com/clicolors), and both before what the stream is.
  private static func style(of stream: Int32, _ colour: Colour) -> TextStyle {
    switch colour {
    case .always: .coloured
    case .never: .plain
    case .auto: isColoured(stream) ? .coloured : .plain
    }
  }

  private static func isColoured(_ stream: Int32) -> Bool {
    if EnvironmentVariable.value(of: "NO_COLOR") != nil { return false }
    if let force = EnvironmentVariable.value(of: "CLICOLOR_FORCE"), force != "0" { return true }
    guard isatty(stream) == 1, EnvironmentVariable.value(of: "CLICOLOR") != "0" else {
      return false
    }
    return EnvironmentVariable.terminalMovesCursor
  }

  /// Nil where the stream is no terminal, or one that doesn't know its width.
  private static func columns(of stream: Int32) -> Int? {
    TerminalWindow(descriptor: stream).map { max(20, $0.columns) }
  }
}
