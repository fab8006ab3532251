import Nines

/// What a review gathers from all cards: how each figure was obtained, what they rest on, and whether all
/// can be repeated.
struct ReviewNotes {
  /// For each figure how it was obtained.
  private(set) var methods: [Report.Row] = []
  /// What figures rest on, a sentence each, none twice.
  private(set) var assumptions: [String] = []
  private(set) var verdict = DesignReview.Verdict.answered
  /// True where time ended a simulation, so that only its number of runs repeats it.
  private(set) var isEndedByTime = false

  private static let labels: Set = ["method", "warm-up", "ended", "beliefs"]

  /// A card without what is gathered here: how `figure` was obtained, and what it rests on.
  mutating func taking(
    _ card: Report, of figure: String, keepsHeading: Bool = true
  ) -> DesignReview.Part {
    var lines: [String] = []
    var blocks: [Report.Block] = []
    for block in card.blocks {
      switch block {
      case .heading where !keepsHeading: break
      case .assumptions(let more): assume(more)
      case .rows(let rows):
        lines += rows.filter { Self.labels.contains($0.label) }.flatMap(\.lines)
        let rest = rows.filter { !Self.labels.contains($0.label) }
        if !rest.isEmpty { blocks.append(.rows(rest)) }
      default: blocks.append(block)
      }
    }
    if !lines.isEmpty { note(figure, lines) }
    return .report(Report(blocks))
  }

  /// Takes how a figure was obtained.
  mutating func note(_ figure: String, _ lines: [String]) {
    methods.append(Report.Row(figure, lines))
  }

  /// Takes what figures rest on.
  mutating func assume(_ sentences: [String]) {
    for sentence in sentences where !assumptions.contains(sentence) { assumptions.append(sentence) }
  }

  /// Takes whether a promise is met; nil where that can't be told.
  mutating func judge(_ isMet: Bool?) {
    let verdict: DesignReview.Verdict =
      switch isMet {
      case true?: .answered
      case false?: .notMet
      case nil: .unanswered
      }
    self.verdict = self.verdict.worse(verdict)
  }

  /// Takes why a simulation ended.
  mutating func ended(_ ending: SimulationResult.Ending?) {
    if ending == .time { isEndedByTime = true }
  }

  /// Draws of what is believed end by time where each is simulated.
  mutating func endedByTime() { isEndedByTime = true }
}
