/// What a picture says, whatever it is drawn with: an SVG, a terminal, a specification for another
/// program.
public struct Chart: Sendable, Equatable {
  /// The question that the chart answers: `How long is shop down in a month?`
  public let title: String
  /// How it was obtained, and what it rests on.
  public let subtitle: String
  /// What the picture shows, in a sentence or two, for those who don't see it.
  public let alternative: String
  /// What goes from left to right.
  public let horizontal: ChartAxis
  /// What is drawn.
  public let content: Content
  /// Values to compare with.
  public let references: [Reference]

  /// What is drawn.
  public enum Content: Sendable, Equatable {
    /// Lines and columns over two axes, the second one vertical.
    case plot(vertical: ChartAxis, lines: [Line], columns: [Column])
    /// Labelled rows from top to bottom, each with its bars.
    case rows([Row])
  }

  /// A chart of these parts.
  public init(
    title: String, subtitle: String, alternative: String, horizontal: ChartAxis,
    content: Content, references: [Reference] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.alternative = alternative
    self.horizontal = horizontal
    self.content = content
    self.references = references
  }

  /// The same chart with a sentence before its subtitle and its alternative text.
  public func noting(_ sentence: String) -> Chart {
    Chart(
      title: title, subtitle: "\(sentence) \(subtitle)", alternative: "\(sentence) \(alternative)",
      horizontal: horizontal, content: content, references: references)
  }
}

extension Chart {
  /// What something means, from which renderers choose its colour.
  public enum Tone: String, Sendable, Equatable, CaseIterable {
    /// What the chart is about.
    case main
    /// What it is compared with, or warns.
    case second
    /// What is left, or right.
    case good
    /// What only helps to read the rest.
    case quiet
  }

  /// A value on an axis, drawn across the plot, with its own label.
  public struct Reference: Sendable, Equatable {
    /// Where it is.
    public let place: Place
    /// What it is, a line each, the most important first.
    public let lines: [String]
    /// Its colour.
    public let tone: Tone

    /// Where a reference is.
    public enum Place: Sendable, Equatable {
      /// Drawn from bottom to top.
      case horizontal(Double)
      /// Drawn from left to right.
      case vertical(Double)
    }

    /// A reference with a label of these lines.
    public init(_ place: Place, _ lines: [String], tone: Tone = .second) {
      self.place = place
      self.lines = lines
      self.tone = tone
    }
  }
}
