/// What an answer says, as blocks from top to bottom, whatever it is shown on: a terminal of any
/// width, a file, a page of Markdown.
public struct Report: Sendable, Equatable {
  /// What is said, in its order.
  public let blocks: [Block]

  /// A report of these blocks; of control characters in their texts, which a terminal would obey, ends
  /// of lines and tabs become blanks, all others U+FFFD.
  public init(_ blocks: [Block]) { self.blocks = blocks.map(\.printable) }

  /// One part of a report.
  public enum Block: Sendable, Equatable {
    /// What the blocks below are about, and how that went.
    case heading(String, Tone = .plain)
    /// What is known, each under its label.
    case rows([Row])
    /// Many things with the same figures.
    case table(Table)
    /// What else belongs to the block above, a line each.
    case notes([String])
    /// What it comes to.
    case sentence(String)
    /// A text in lines, filled anew where one of them is wider than what it is shown on.
    case paragraph([String])
    /// What the figures rest on, a line each.
    case assumptions([String])
    /// Lines to paste: they are never wrapped.
    case verbatim([String])
  }

  /// Whether a goal is met, where one was asked for.
  public enum Tone: Sendable {
    /// No goal was asked for.
    case plain
    /// It is met.
    case good
    /// It isn't met.
    case bad
    /// That can't be told.
    case undecided

    /// The tone of a verdict; nil where it can't be told.
    public init(_ isMet: Bool?) {
      switch isMet {
      case true?: self = .good
      case false?: self = .bad
      case nil: self = .undecided
      }
    }
  }

  /// A label and what it says, a line for each thing.
  public struct Row: Sendable, Equatable {
    /// What is said something of; empty where that needs no name.
    public let label: String
    /// What is said.
    public let lines: [String]
    /// A bar before the first line.
    public let bar: Bar?

    /// A row of these lines.
    public init(_ label: String, _ lines: [String], bar: Bar? = nil) {
      self.label = label
      self.lines = lines
      self.bar = bar
    }
  }

  /// This report with another below it.
  public func followed(by other: Report) -> Report { Report(blocks + other.blocks) }
}

extension Report.Block {
  /// Whether a blank line stands between this block and `previous`.
  func isApart(from previous: Report.Block) -> Bool {
    switch (previous, self) {
    case (_, .heading), (_, .verbatim), (_, .paragraph), (.rows, .table), (.table, .table),
      (.notes, .table):
      true
    default: false
    }
  }
}
