import Nines

/// Gathers what a review says, from a text that is checked.
public struct Reviewer: Sendable {
  let program: CheckedProgram
  let source: SourceText
  let limits: ReviewLimits
  /// What is reviewed.
  public let name: String
  private let version: String
  private let command: String

  /// A review of `name`, or without one of what the text asks about first, or else of its first system.
  ///
  /// `version` and `command` stand at the foot: what made the review, and what makes it again but for the
  /// limits. Throws ``ReviewError`` for a name that the text doesn't define, and for a text that defines
  /// nothing.
  public init(
    _ program: CheckedProgram, text source: SourceText, of name: String? = nil,
    limits: ReviewLimits = ReviewLimits(), version: String, command: String
  ) throws(ReviewError) {
    if let open = Self.openValue(of: program) { throw .openValue(open) }
    guard let name = name ?? Self.subjects(of: program).first else { throw .nothingDefined }
    let isKnown =
      program.topology.definition(named: name) != nil
      || program.topology.index(ofDomain: name) != nil
    guard isKnown else {
      if program.topology.families.contains(where: { $0.name == name }) { throw .family(name) }
      throw .unknownName(name, nearest: Spelling.nearest(to: name, among: program.names))
    }
    self.program = program
    self.source = source
    self.name = name
    self.limits = limits
    self.version = version
    self.command = command
  }

  /// What a search is to find: a review is of one design.
  private static func openValue(of program: CheckedProgram) -> String? {
    program.questions.lazy.compactMap { question -> String? in
      guard case .find(let search) = question else { return nil }
      return search.variables.first?.name
    }.first
  }

  /// What the text asks about, and its systems.
  private static func subjects(of program: CheckedProgram) -> [String] {
    var names: [String] = []
    for name in program.questions.compactMap(\.subject) + program.topology.subjects
    where !names.contains(name) && program.topology.definition(named: name) != nil {
      names.append(name)
    }
    return names
  }

  var assessor: Assessor { Assessor(program.topology) }

  /// The review. Cost: an exact answer, one for each change that could help, and a simulation for months
  /// and years and for each promise, each within the limits.
  public func review() async -> DesignReview {
    var notes = ReviewNotes()
    let history = await simulate()
    let answer = await answer(from: history, &notes)
    let contracts = await contracts(answer.forecast, history, &notes)
    let downtime = downtime(history, &notes)
    let contributors = contributors(history, &notes)
    let improvements = await improvements(answer.forecast, history, &notes)
    if answer.headline == nil { notes.judge(nil) }
    let sections: [(DesignReview.Kind, [DesignReview.Part])] = [
      (.answer, answer.parts), (.topology, topology), (.contracts, contracts),
      (.downtime, downtime), (.contributors, contributors), (.improvements, improvements),
      (.assumptions, [.report(Report([.notes(notes.assumptions)]))]),
      (.methods, methods(notes)), (.text, unanswered + [.listing(lines)]),
    ]
    return DesignReview(
      name: name, question: "How available is \(name)?",
      answer: answer.headline ?? "No answer.",
      interval: answer.interval,
      sections: sections.map { DesignReview.Section(kind: $0.0, parts: $0.1) },
      verdict: notes.verdict, footer: footer(notes, history))
  }

  // MARK: Parts of its own

  private var topology: [DesignReview.Part] {
    guard let drawing = TopologyDrawing(program.topology, of: name) else {
      return [.sentence("\(name) is a domain, which depends on nothing that is drawn.")]
    }
    return [.drawing(drawing)]
  }

  private func methods(_ notes: ReviewNotes) -> [DesignReview.Part] {
    let errors =
      "Behind ± stands the standard error; intervals are of 95 % unless they say otherwise."
    return [.report(Report([.rows(notes.methods)])), .sentence(errors)]
  }

  private var lines: [String] {
    let text = String(decoding: source.bytes, as: UTF8.self)
    var lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
      .map { String($0).printable(keepingTabs: true) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  /// Questions that have no place in a review.
  private var unanswered: [DesignReview.Part] {
    let statements = (try? Parser.parse(source))?.statements ?? []
    let questions = statements.compactMap { statement -> String? in
      guard case .question(let question) = statement.content, !question.isAnswered(of: name) else {
        return nil
      }
      let lines = Formatter.format(statement).map { $0.drop { $0 == " " } }
      return "`\(lines.joined(separator: " "))`"
    }
    guard !questions.isEmpty else { return [] }
    let words = questions.joined(separator: ", ")
    return [.sentence("The text asks more than a review answers, which `nines` does: \(words).")]
  }

  // MARK: Foot

  private func footer(_ notes: ReviewNotes, _ history: History) -> [String] {
    let others = Self.subjects(of: program).filter { $0 != name }
    let more =
      others.isEmpty ? [] : ["The text is about \(others.joined(separator: ", ")) too."]
    return ["Made by nines \(version); `\(repeating)` makes it again."]
      + timeNote(notes, history) + more
  }

  private var repeating: String {
    let options = [
      limits.seed.map { "--seed \($0)" }, limits.runs.map { "--runs \($0)" },
      limits.runs == nil ? limits.within.map { "--within \(HumanFigures.seconds($0))" } : nil,
    ]
    return ([command] + options.compactMap(\.self)).joined(separator: " ")
  }

  private func timeNote(_ notes: ReviewNotes, _ history: History) -> [String] {
    guard notes.isEndedByTime else { return [] }
    let runs = history.result?.replications ?? 10_000
    return [
      """
      Time ends some of its simulations, so that another run may differ; `--runs \(max(1, runs))` makes a \
      review that repeats itself to the last byte.
      """
    ]
  }
}

extension HumanFigures {
  /// A time as the command line takes it: `2.5s`.
  fileprivate static func seconds(_ time: Duration) -> String {
    "\(number(time.seconds, digits: 15))s"
  }
}

extension CheckedProgram {
  /// All that can be reviewed.
  fileprivate var names: [String] {
    topology.definitions.map(\.name) + topology.domains.map(\.name)
  }
}

extension Question {
  /// True for what a review of `name` answers in some place, and as it is asked.
  fileprivate func isAnswered(of name: String) -> Bool {
    switch self {
    case .check(let check): check.name.text == name
    case .chance(let chance): chance.subject == name
    case .show(let subject, nil), .why(let subject, nil), .improve(let subject):
      subject.text == name
    case .simulate(let simulation): simulation.isUsual(of: name)
    case .show, .why, .find, .with, .inputs, .explain, .headroom, .compare, .plot, .picture,
      .budget, .fit,
      .command:
      false
    }
  }
}

extension ChanceSyntax {
  fileprivate var subject: String? {
    switch term {
    case .meets(let name, _), .downtimeExceeds(let name, _, _): name.text
    case .figure, .capacity: nil
    }
  }
}

extension SimulationSyntax {
  /// True for what a review draws too: years, without an option of its own.
  fileprivate func isUsual(of name: String) -> Bool {
    guard case .name(let subject) = expression.content else { return false }
    return subject.text == name && options.isEmpty && duration == nil
  }
}

/// Why there is no review.
public enum ReviewError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The text defines nothing.
  case nothingDefined
  /// A value is left to `find`.
  case openValue(String)
  /// A family of domains, which is no single thing.
  case family(String)
  /// Nothing has this name.
  case unknownName(String, nearest: String?)

  /// One sentence that says what to do.
  public var description: String {
    switch self {
    case .nothingDefined: "there is nothing to review; define something, such as 2 of 3 99.5%"
    case .openValue(let name):
      """
      the text leaves \(name) to `find`, and a review is of one design: let `nines` find it, write that in the \
      place of \(name), and review that
      """
    case .family(let name):
      TopologyError(definition: name, reason: .familyAsPart(name)).sentence
    case .unknownName(let name, let nearest):
      "nothing is called '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? "")
    }
  }
}
