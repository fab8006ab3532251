/// What a text says of one name.
public struct Information: Sendable, Hashable {
  /// The name as it was asked about: of a definition, or of one domain such as `az.1`.
  public let name: String
  /// What it is; of a domain what its family is.
  public let kind: KnownName.Kind
  /// The family of a domain; nil for anything else.
  public let family: String?
  /// Its definition, or that of its family, in canonical form, without a line end at its end.
  public let definition: String
  /// The names that the definition mentions, in its order, each once.
  public let uses: [String]
  /// The names whose definitions mention it, in the order of the text; for a family also those that
  /// mention one of its domains.
  public let usedBy: [String]

  /// Gathers what `text` says of `name`; nil where it defines nothing of that name.
  ///
  /// Takes time in proportion to the length of the text.
  public init?(of name: String, in text: SourceText) {
    let mentions = Mentions(in: text)
    let family = mentions.names[name] == nil ? Mentions.family(of: name) : nil
    guard let place = mentions.names[family ?? name], let known = mentions.known(at: place) else {
      return nil
    }
    if family != nil, !mentions.isDomain(name, of: known, at: place) { return nil }
    self.name = name
    self.family = family
    kind = known.kind
    definition = mentions.canonical(at: place)
    uses = mentions.used(at: place)
    usedBy = mentions.users(of: name)
  }
}

/// Which definitions of a text mention which names.
private struct Mentions {
  private let text: SourceText
  private let statements: [ArraySlice<Token>]
  /// The place of the statement that defines each name.
  let names: [String: Int]

  init(in text: SourceText) {
    self.text = text
    var lexer = Lexer(text)
    lexer.run()
    statements = StatementCutting.statements(of: lexer.tokens)
    let defined = statements.enumerated().compactMap { place, statement in
      KnownName(statement, of: text).map { ($0.text, place) }
    }
    names = Dictionary(defined, uniquingKeysWith: { first, _ in first })
  }

  func known(at place: Int) -> KnownName? { KnownName(statements[place], of: text) }

  /// `az` of `az.1`
  static func family(of name: String) -> String? {
    guard let dot = name.lastIndex(of: "."), Int(name[dot...].dropFirst()) != nil else {
      return nil
    }
    return String(name[..<dot])
  }

  /// True for a number that the family has. How many domains `3 per region` makes is not worked out
  /// here, nor what a name stands for: then any number is taken.
  func isDomain(_ name: String, of family: KnownName, at place: Int) -> Bool {
    guard family.kind.isFamily, let number = name.split(separator: ".").last.flatMap({ Int($0) })
    else { return false }
    let isOpen = family.domains == 0 || statements[place].contains { $0.keyword == .per }
    return number >= 1 && (isOpen || number <= family.domains)
  }

  func canonical(at place: Int) -> String {
    guard let first = statements[place].first, let last = statements[place].last else { return "" }
    let written = text.text(in: first.span.through(last.span))
    guard let program = try? Parser.parse(SourceText(written)) else { return written }
    return program.statements.flatMap { Formatter.format($0) }.joined(separator: "\n")
  }

  func used(at place: Int) -> [String] {
    var seen: Set<String> = []
    return mentioned(at: place).filter { seen.insert($0).inserted }
  }

  /// The names that mention `name`, or a domain of it.
  func users(of name: String) -> [String] {
    names.sorted { $0.value < $1.value }.filter { _, place in
      mentioned(at: place).contains { $0 == name || Self.family(of: $0) == name }
    }.map(\.key)
  }

  /// The names in a statement besides the one that it defines.
  private func mentioned(at place: Int) -> [String] {
    let statement = statements[place]
    let own = known(at: place)?.text
    return statement.indices.filter { isName($0, in: statement) }
      .map { statement[$0].name(in: text) }
      .filter {
        $0 != own && (names[$0] != nil || Self.family(of: $0).map { names[$0] } ?? nil != nil)
      }
  }

  /// A word behind a number is its unit, unless the number counts copies.
  private func isName(_ place: Int, in statement: ArraySlice<Token>) -> Bool {
    guard statement[place].isName else { return false }
    guard place > statement.startIndex, statement[place - 1].kind == .number else { return true }
    return place > statement.startIndex + 1 && statement[place - 2].keyword == .of
  }
}
