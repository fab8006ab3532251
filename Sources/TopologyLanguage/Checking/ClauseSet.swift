import Quantities
import Topology

/// The clauses of one scope, each word at most once where once is all it can mean.
struct ClauseSet {
  /// Where clauses stand, for what they may say.
  enum Place {
    case group, domains, expression, component
  }

  private(set) var count:
    (first: CountSyntax, of: CountSyntax?, per: Identifier?, span: SourceSpan)?
  private(set) var need: CountSyntax?
  private(set) var availability: (PercentSyntax, SourceSpan)?
  private(set) var mtbf: TimeSyntax?
  private(set) var mttr: TimeSyntax?
  private(set) var common: PercentSyntax?
  private(set) var across: [Identifier] = []
  private(set) var inside: [Identifier] = []
  private(set) var needs: [Identifier] = []
  private(set) var wants: [(name: Identifier, degraded: PercentSyntax?)] = []
  /// The first clause that only a component or group can take.
  private(set) var componentSpan: SourceSpan?

  init(_ clauses: [Clause], _ place: Place) throws(Diagnostic) {
    for clause in clauses {
      if clause.content.isNotYet { throw .notYet(clause.content.word, clause.keywordSpan) }
      try refuseMisplaced(clause, place)
      try take(clause)
    }
  }

  /// True when a clause says something about a component's life.
  var describesComponent: Bool { availability != nil || mtbf != nil || mttr != nil }

  private func refuseMisplaced(_ clause: Clause, _ place: Place) throws(Diagnostic) {
    let isAllowed =
      switch clause.content {
      case .mtbf, .mttr: true
      case .availability: place != .expression
      case .count: place == .group || place == .domains
      case .need: place == .group
      case .across, .common: place == .group || place == .expression
      case .inDomain: place != .component
      case .needs, .wants: place == .group || place == .expression
      default: false
      }
    guard !isAllowed else { return }
    throw Diagnostic(
      .misplacedClause, "\(clause.content.word) has no meaning here", at: clause.span)
  }

  private mutating func take(_ clause: Clause) throws(Diagnostic) {
    switch clause.content {
    case .count(let first, let of, let per):
      try once(count == nil, clause)
      count = (first, of, per, clause.span)
    case .availability(let percent, let window):
      if let window {
        throw Diagnostic(
          .misplacedClause,
          "a promise per window belongs to an sla; a component's availability has no window",
          at: clause.span, fixes: [percent.text], notes: ["the window is \(window.text)"])
      }
      try once(availability == nil, clause)
      availability = (percent, clause.span)
    case .mtbf(let time):
      try once(mtbf == nil, clause)
      mtbf = time
    case .mttr(let time):
      try once(mttr == nil, clause)
      mttr = time
    default: try takeStructure(clause)
    }
    noteComponent(clause)
  }

  private mutating func takeStructure(_ clause: Clause) throws(Diagnostic) {
    switch clause.content {
    case .need(let count):
      try once(need == nil, clause)
      need = count
    case .common(let share):
      try once(common == nil, clause)
      common = share
    case .across(let family): across.append(family)
    case .inDomain(let domain): inside.append(domain)
    case .needs(let names): needs += names
    case .wants(let names, let degraded): wants += names.map { ($0, degraded) }
    default: throw .notYet(clause.content.word, clause.keywordSpan)
    }
  }

  private mutating func noteComponent(_ clause: Clause) {
    switch clause.content {
    case .mtbf, .mttr, .common, .across, .inDomain: componentSpan = componentSpan ?? clause.span
    default: break
    }
  }

  private func once(_ isFirst: Bool, _ clause: Clause) throws(Diagnostic) {
    guard !isFirst else { return }
    throw Diagnostic(
      .duplicateClause, "\(clause.content.word) stands here twice; keep one of them",
      at: clause.span)
  }
}
