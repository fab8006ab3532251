import Nines

/// What a reader of a design wants to know of one thing in it: how available it is and how that is known,
/// what it depends on, which promises it keeps, how bad months and years get, what to fix first.
///
/// A value without a form: ``html`` and ``markdown`` write it. It holds no time of day, so that equal
/// texts, limits and versions give equal reviews to the last byte.
public struct DesignReview: Sendable, Equatable {
  /// What it is about.
  public let name: String
  /// Its title: `How available is shop?`
  public let question: String
  /// The short answer, minutes before nines, or why there is none.
  public let answer: String
  /// How the answer was obtained, and its interval.
  public let interval: String
  /// All that is known, one section for each kind, in their order.
  public let sections: [Section]
  /// What all of it comes to.
  public let verdict: Verdict
  /// What made it, and what makes it again, a sentence each.
  public let footer: [String]

  /// What a review comes to.
  public enum Verdict: Sendable, Equatable {
    /// The question is answered, and every promise is met.
    case answered
    /// A promise is not met.
    case notMet
    /// The question has no answer, or a promise can't be decided.
    case unanswered

    /// The worse of both.
    func worse(_ other: Verdict) -> Verdict {
      let order: [Verdict] = [.answered, .notMet, .unanswered]
      return order.last { $0 == self || $0 == other } ?? self
    }
  }

  /// A heading and what stands below it, never nothing.
  public struct Section: Sendable, Equatable {
    /// What it is about.
    public let kind: Kind
    /// From top to bottom.
    public let parts: [Part]
  }

  /// What sections are about.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// The long run, or what falls short of a demand that varies.
    case answer
    /// Parts, and how they depend on each other.
    case topology
    /// Promises and goals, each with what it comes to.
    case contracts
    /// Downtime of months of 30 d and years of 365 d.
    case downtime
    /// Components by the downtime that is theirs.
    case contributors
    /// Single changes by what they save.
    case improvements
    /// Defaults and conventions, a sentence each.
    case assumptions
    /// Engine, runs, seed and errors of each figure.
    case methods
    /// The source.
    case text

    /// What stands above it.
    public var heading: String {
      switch self {
      case .answer: "The figures"
      case .topology: "What it depends on"
      case .contracts: "What is promised"
      case .downtime: "Months and years"
      case .contributors: "What takes it down"
      case .improvements: "What to fix first"
      case .assumptions: "What the figures rest on"
      case .methods: "How the figures were obtained"
      case .text: "The text"
      }
    }
  }

  /// What stands below a heading.
  public enum Part: Sendable, Equatable {
    /// Words.
    case sentence(String)
    /// Figures.
    case report(Report)
    /// A picture of figures.
    case chart(Chart)
    /// A picture of the topology.
    case drawing(TopologyDrawing)
    /// Lines of the text, as they are.
    case listing([String])
  }
}
