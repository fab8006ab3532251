extension Chart {
  /// One row: its label, and bars along the horizontal axis.
  public struct Row: Sendable, Equatable {
    /// What the row is about.
    public let label: String
    /// Its bars, from left to right.
    public let segments: [Segment]
    /// What is written at the right of the whole row; nil for nothing.
    public let text: String?

    /// A row of bars.
    public init(_ label: String, _ segments: [Segment], text: String? = nil) {
      self.label = label
      self.segments = segments
      self.text = text
    }
  }

  /// A bar from one value to another.
  public struct Segment: Sendable, Equatable {
    /// Where it begins, which may be right of its end.
    public let from: Double
    /// Where it ends.
    public let to: Double
    /// What is written beyond its end; nil for nothing.
    public let label: String?
    /// Its colour.
    public let tone: Tone

    /// A bar from `from` to `to`.
    public init(from: Double, to: Double, label: String? = nil, tone: Tone = .main) {
      self.from = from
      self.to = to
      self.label = label
      self.tone = tone
    }
  }
}
