import Foundation

/// A program in a real terminal emulator, tmux, of which the screen can be read. Close it at the end.
public final class TerminalScreen {
  /// Why a test can't go on.
  public enum Failure: Error, CustomStringConvertible {
    case notStarted(String)
    case notShown(String, screen: String)

    /// With the screen, to see what went wrong.
    public var description: String {
      switch self {
      case .notStarted(let reason): "tmux did not start: \(reason)"
      case .notShown(let text, let screen): "'\(text)' is not on the screen:\n\(screen)"
      }
    }
  }

  /// Seconds that a text may take to appear.
  public static let patience = 10.0

  private let server: String
  private let scratch: URL

  /// Starts a program; what its folder and environment aren't given are the test's own.
  public init(
    _ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:],
    folder: URL? = nil
  ) throws {
    server = "nines-\(UUID().uuidString)"
    scratch = FileManager.default.temporaryDirectory.appendingPathComponent(server)
    let settings = ["LC_ALL": "C.UTF-8"].merging(environment) { $1 }.map { "\($0)=\($1)" }
    let outcome = try Multiplexer.run(
      [
        "-L", server, "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
        "-c", folder?.path ?? FileManager.default.currentDirectoryPath, "--",
        "env", "-u", "NO_COLOR",
      ] + settings + ["sh", "-c", Self.keepingScreen, "sh"] + command)
    guard outcome.status == 0 else { throw Failure.notStarted(outcome.text) }
  }

  /// Runs what it is given, and then stays, so that the screen does. Ctrl-C is not for it.
  private static let keepingScreen = """
    trap : INT; "$@"; echo "\(ending)$?"; exec sleep 600
    """

  private static let ending = "ended with status "

  deinit { close() }

  /// Ends the program and its terminal.
  public func close() {
    _ = try? tell("kill-server")
    try? FileManager.default.removeItem(at: scratch)
  }

  @discardableResult private func tell(_ command: String...) throws -> String {
    try Multiplexer.run(["-L", server] + command).text
  }
}

// MARK: Keys

extension TerminalScreen {
  /// Types characters one after the other.
  public func type(_ text: String) throws {
    try tell("send-keys", "-l", "--", text)
  }

  /// Presses a key by tmux's name, such as `Enter`, `Up`, `C-c`, `Tab`, `BSpace`, `C-Right`.
  public func press(_ keys: String...) throws {
    _ = try Multiplexer.run(["-L", server, "send-keys"] + keys)
  }

  /// Types a line and presses Enter.
  public func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Pastes as a terminal does: with the marks around it when the program asked for them.
  public func paste(_ content: Data, marked: Bool = true) throws {
    try content.write(to: scratch)
    try tell("load-buffer", scratch.path)
    _ = try Multiplexer.run(["-L", server, "paste-buffer"] + (marked ? ["-p"] : []))
  }

  /// Gives the terminal another size, and waits until programs see it: tmux takes its time, in case that
  /// the size changes again.
  public func resize(columns: Int, rows: Int) throws {
    try tell("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    let path = try variable("pane_tty")
    let terminal = FileHandle(fileDescriptor: open(path, O_RDONLY | O_NOCTTY), closeOnDealloc: true)
    try wait(until: "\(columns) columns and \(rows) rows") { _ in
      var size = winsize()
      let isKnown = ioctl(terminal.fileDescriptor, UInt(TIOCGWINSZ), &size) == 0
      return isKnown && size.ws_col == columns && size.ws_row == rows
    }
  }
}

// MARK: The screen

extension TerminalScreen {
  /// What the window shows: its rows without the blanks at their ends and the empty ones below.
  public func text() throws -> String {
    var rows = try tell("capture-pane", "-p").components(separatedBy: "\n")
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows.joined(separator: "\n")
  }

  /// What the window shows, with the codes of its colours.
  public func colouredText() throws -> String { try tell("capture-pane", "-p", "-e") }

  /// Waits until a text is on the screen, and gives all of it.
  @discardableResult
  public func wait(for text: String, limit: Double = patience) throws -> String {
    try wait(limit: limit, until: text) { $0.contains(text) }
  }

  /// Waits until the last row begins with a text, and gives the screen.
  @discardableResult
  public func wait(forLastRow text: String, limit: Double = patience) throws -> String {
    try wait(limit: limit, until: text) { screen in
      screen.components(separatedBy: "\n").last?.hasPrefix(text) == true
    }
  }

  /// Waits until `holds` is true of the screen, and gives the screen; `text` says what is waited for.
  @discardableResult
  public func wait(
    limit: Double = patience, until text: String, _ holds: (String) -> Bool
  ) throws -> String {
    let start = Date()
    while true {
      let screen = try self.text()
      if holds(screen) { return screen }
      guard Date().timeIntervalSince(start) < limit else {
        throw Failure.notShown(text, screen: screen)
      }
      usleep(20_000)
    }
  }

  /// The cursor's column and row, counted from 0.
  public func cursor() throws -> String {
    try "\(variable("cursor_x")),\(variable("cursor_y"))"
  }

  /// One of tmux's variables of the terminal.
  private func variable(_ name: String) throws -> String {
    try tell("display-message", "-p", "#{\(name)}").trimmingCharacters(in: .newlines)
  }

  /// The program's process, by Linux's own account; nil once it ended.
  public func process() throws -> Int32? {
    let shell = try variable("pane_pid")
    let file = "/proc/\(shell)/task/\(shell)/children"
    let children = try String(contentsOfFile: file, encoding: .utf8)
    return children.split(separator: " ").first.flatMap { Int32($0) }
  }

  /// The status with which the program ended: waits for its end.
  public func exitStatus() throws -> Int? {
    let row = try wait(forLastRow: Self.ending).components(separatedBy: "\n").last ?? ""
    return Int(row.dropFirst(Self.ending.count))
  }
}
