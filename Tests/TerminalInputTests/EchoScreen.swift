import Foundation
import TerminalScreens
import Testing

/// The test's reader of lines on a screen.
enum EchoScreen {
  /// Runs a test on a screen on which the first prompt stands.
  static func with(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = [:], history: URL? = nil,
    _ test: (TerminalScreen) throws -> Void
  ) throws {
    let program = try #require(BuiltExecutable.path(of: "LineEcho"))
    // Nobody's own key bindings.
    let settings = ["EDITRC": "/dev/null"].merging(environment) { $1 }
    let screen = try TerminalScreen(
      [program] + (history.map { [$0.path] } ?? []), columns: columns, rows: rows,
      environment: settings)
    defer { screen.close() }
    try screen.wait(for: "ready>")
    try test(screen)
  }
}

/// One terminal at a time: several at once on a small machine would wait for each other.
@Suite("In a terminal", .serialized, .enabled(if: Multiplexer.isInstalled))
enum TerminalTests {}
