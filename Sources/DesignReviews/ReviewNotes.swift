import Nines

/// What a review gathers from all cards: how each figure was obtained, what they rest on, and whether all
/// can be repeated.
struct ReviewNotes {
  /// For each figure how it was obtained.
  private(set) var methods: [Report.Row] = []
  /// What the figures rest on that are not of single promises, a sentence each, none twice.
  private var shared: [String] = []
  /// What promises rest on, each with the names of those that do.
  private var promised: [(sentence: String, names: [String])] = []
  private(set) var verdict = DesignReview.Verdict.answered
  /// True where time ended a simulation, so that only its number of runs repeats it.
  private(set) var isEndedByTime = false

  private static let labels: Set = ["method", "warm-up", "ended", "beliefs"]

  /// What figures rest on, a sentence each; what holds for some promises alone names them.
  var assumptions: [String] {
    shared
      + promised.filter { !shared.contains($0.sentence) }.map { sentence, names in
        names.contains { sentence.hasPrefix($0) }
          ? sentence : "\(names.joined(separator: ", ")): \(sentence)"
      }
  }

  /// A card without what is gathered here: how `figure` was obtained, and what it, or a promise by its name,
  /// rests on.
  mutating func taking(
    _ card: Report, of figure: String, promised name: String? = nil, keepsHeading: Bool = true
  ) -> DesignReview.Part {
    var lines: [String] = []
    var blocks: [Report.Block] = []
    for block in card.blocks {
      switch block {
      case .heading where !keepsHeading: break
      case .assumptions(let more): assume(more, of: name)
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

  /// Takes what figures rest on, or a promise by its name.
  mutating func assume(_ sentences: [String], of promise: String? = nil) {
    guard let promise else {
      shared += sentences.filter { !shared.contains($0) }
      return
    }
    for sentence in sentences {
      if let place = promised.firstIndex(where: { $0.sentence == sentence }) {
        if !promised[place].names.contains(promise) { promised[place].names.append(promise) }
      } else {
        promised.append((sentence, [promise]))
      }
    }
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
