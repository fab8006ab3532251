extension Chart {
  /// A point in the units of the axes.
  public struct Point: Sendable, Equatable {
    /// From left to right.
    public let x: Double
    /// From bottom to top.
    public let y: Double
    /// The lower end of its 95 % interval; nil where it is exact.
    public let low: Double?
    /// The upper end of its 95 % interval; nil where it is exact, or without an end.
    public let high: Double?
    /// What is written beside it; nil for nothing.
    public let label: String?

    /// A point, with the interval where it was estimated.
    public init(
      x: Double, y: Double, low: Double? = nil, high: Double? = nil, label: String? = nil
    ) {
      self.x = x
      self.y = y
      self.low = low
      self.high = high
      self.label = label
    }
  }

  /// A line through points, with a ribbon where they are estimates; or points with whiskers.
  public struct Line: Sendable, Equatable {
    /// What it shows, written at its end; nil where the title says it.
    public let name: String?
    /// The points, from left to right.
    public let points: [Point]
    /// True where each point is a value that was worked out, so that it is marked.
    public let marksPoints: Bool
    /// False where nothing lies between the points, as between counts: they stand alone.
    public let joinsPoints: Bool
    /// Its colour.
    public let tone: Tone

    /// A line through `points`.
    public init(
      name: String? = nil, _ points: [Point], marksPoints: Bool = false,
      joinsPoints: Bool = true, tone: Tone = .main
    ) {
      self.joinsPoints = joinsPoints
      self.name = name
      self.points = points
      self.marksPoints = marksPoints
      self.tone = tone
    }
  }

  /// A bar of a histogram, from the foot of the vertical axis up.
  public struct Column: Sendable, Equatable {
    /// Where it begins on the horizontal axis.
    public let from: Double
    /// Where it ends on the horizontal axis.
    public let to: Double
    /// How high it is.
    public let height: Double
    /// The lower end of the height's 95 % interval; nil where it is exact.
    public let low: Double?
    /// The upper end of the height's 95 % interval; nil where it is exact.
    public let high: Double?
    /// What is written above it; nil for nothing.
    public let label: String?

    /// A bar of the histogram.
    public init(
      from: Double, to: Double, height: Double, low: Double? = nil, high: Double? = nil,
      label: String? = nil
    ) {
      self.from = from
      self.to = to
      self.height = height
      self.low = low
      self.high = high
      self.label = label
    }
  }
}
