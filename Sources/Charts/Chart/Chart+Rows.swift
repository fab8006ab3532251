extension Chart {
  /// One row: its label, and bars along the horizontal axis.
  public struct Row: Sendable, Equatable {
    /// What the row is about.
    public let label: String
    /// Its bars, from left to right.
    public let segments: [Segment]
    /// What is written at the right of the whole row; nil for nothing.
    public let text: String?
    /// The same in fewer letters, for narrow pictures; nil where there is no shorter way to say it.
    public let shortText: String?

    /// A row of bars.
    public init(
      _ label: String, _ segments: [Segment], text: String? = nil, shortText: String? = nil
    ) {
      self.label = label
      self.segments = segments
      self.text = text
      self.shortText = shortText
    }
  }

  /// A bar from one value to another.
  public struct Segment: Sendable, Equatable {
    /// Where it begins, which may be right of its end.
    public let from: Double
    /// Where it ends.
    public let to: Double
    /// How high it is, from above 0 to 1 for a whole bar; lower ones stand on the whole one's foot.
    public let height: Double
    /// What is written beyond its end; nil for nothing.
    public let label: String?
    /// Its colour.
    public let tone: Tone

    /// A bar from `from` to `to`.
    public init(
      from: Double, to: Double, height: Double = 1, label: String? = nil, tone: Tone = .main
    ) {
      self.height = height
      self.from = from
      self.to = to
      self.label = label
      self.tone = tone
    }
  }
}
