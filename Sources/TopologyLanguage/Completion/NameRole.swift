/// What a name must be at a place.
enum NameRole {
  /// Something that can be down.
  case part
  /// A part, or anything else that an expression is made of.
  case operand
  /// A family of failure domains.
  case family
  /// What maintenance goes over: families, and groups.
  case scope
  /// A failure domain.
  case domain
  case queue, agreement, law, demand
  /// What `find` looks for.
  case free
  /// A value of something, such as `db.mttr`.
  case path
  /// A new name, or none.
  case none

  /// The role of a name behind the tokens of `place`, where the grammar takes one.
  init(at place: CompletionPlace) {
    guard let last = place.token(1) else {
      self = .operand
      return
    }
    switch last.kind {
    case .word: self = Self.behindWord(last, place)
    case .ampersand: self = Self.behindAnd(place)
    case .bar, .plus, .star: self = .operand
    case .openParenthesis: self = place.text(place.token(2)) == "P" ? .part : .operand
    case .equals: self = place.tokens.first?.keyword == .law ? .law : .operand
    case .comma: self = Self.behindComma(place)
    case .colon: self = place.tokens.first?.keyword == .with ? .operand : .none
    case .number: self = Self.behindNumber(place)
    default: self = .none
    }
  }

  private static func behindWord(_ last: Token, _ place: CompletionPlace) -> NameRole {
    guard let keyword = last.keyword else {
      if place.text(last) == "without" { return .family }
      return place.tokens.count == 1 ? .part : .none
    }
    let isFirst = place.tokens.count == 1
    switch keyword {
    case .check, .show, .why, .explain, .compare, .plot, .simulate, .budget, .needs, .wants, .sends,
      .breaker:
      return .part
    case .via: return .queue
    case .across: return place.tokens.first?.keyword == .maintenance ? .scope : .family
    case .in: return place.question.first?.keyword == .find ? .none : .domain
    case .per: return .family
    case .meets: return .agreement
    case .with, .over, .set: return .path
    case .find: return .free
    case .demand where !isFirst: return .demand
    case .of: return behindOf(place)
    case .and: return behindAnd(place)
    case .or, .else: return .operand
    case .mtbf, .mttr, .detect, .failover, .manual, .buffer, .lag, .absorb, .ttl, .every, .lasts,
      .restore, .trips, .retries:
      return .law
    default: return .none
    }
  }

  /// `needs a &`, or an expression.
  private static func behindAnd(_ place: CompletionPlace) -> NameRole {
    var distance = 1
    while let token = place.token(distance), token.kind == .ampersand || token.keyword == .and,
      let name = place.token(distance + 1), name.isName
    { distance += 2 }
    let governor = place.token(distance)?.keyword
    return governor == .needs || governor == .wants ? .part : .operand
  }

  /// `availability of`, `25% of`; behind `2 of` stands a number, or what is looked for.
  private static func behindOf(_ place: CompletionPlace) -> NameRole {
    switch place.token(2) {
    case let token? where token.kind == .percentSign: .part
    case let token? where token.kind == .word: token.keyword == nil ? .none : .part
    default: place.isBehindCount ? .free : .family
    }
  }

  private static func behindNumber(_ place: CompletionPlace) -> NameRole {
    let before = place.token(2)
    if before?.keyword == .of { return .operand }
    return place.text(before) == "survives" ? .family : .none
  }

  private static func behindComma(_ place: CompletionPlace) -> NameRole {
    if let bracket = place.openBrackets.last {
      let before = bracket > place.tokens.startIndex ? place.tokens[bracket - 1].keyword : nil
      return before == .of || before == .in ? .operand : .none
    }
    switch place.tokens.first?.keyword {
    case .compare: return .part
    case .find: return .free
    case .with, .set: return .path
    default: return .none
    }
  }
}
