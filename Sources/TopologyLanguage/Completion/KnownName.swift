/// A name that a text defines, with what a completion needs to know of it.
public struct KnownName: Sendable, Hashable {
  /// The name, without quotes.
  public let text: String
  /// What it is.
  public let kind: Kind
  /// The words of its values that a question may change, such as `mttr`; see `with`.
  public let values: [String]
  /// How many domains a family has, as far as they are counted by a number; 0 for anything else.
  public let domains: Int

  /// The name `text` of a `kind`.
  public init(_ text: String, _ kind: Kind, values: [String] = [], domains: Int = 0) {
    self.text = text
    self.kind = kind
    self.values = values
    self.domains = domains
  }

  /// What names stand for.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// `service web: …`
    case service
    /// `store db: …`
    case store
    /// `queue orders: …`
    case queue
    /// `zones az: 3`
    case zones
    /// `regions world: 2`
    case regions
    /// `domains rack: 12`
    case domains
    /// `system shop = …`
    case system
    /// `sla gold: …`
    case sla
    /// `changes deploys: …`
    case changes
    /// `maintenance patch: …`
    case maintenance
    /// `lb = 99.99%`
    case part
    /// `law slow = …`
    case law
    /// `demand peak: …`
    case demand
    /// A name that is used and not defined: `find` looks for it.
    case free

    /// True for failure domains.
    var isFamily: Bool { self == .zones || self == .regions || self == .domains }

    /// True for what can be down.
    var isPart: Bool {
      self == .service || self == .store || self == .queue || self == .system || self == .part
    }
  }
}

// Reading names without understanding the text.
extension KnownName {
  /// The names that `text` defines, in its order, and after them those that it looks for.
  ///
  /// Takes time in proportion to the length of the text, which may have mistakes: what can't be read
  /// is passed over.
  public static func all(in text: SourceText) -> [KnownName] {
    var lexer = Lexer(text)
    lexer.run()
    return all(in: StatementCutting.statements(of: lexer.tokens), of: text)
  }

  static func all(in statements: [ArraySlice<Token>], of text: SourceText) -> [KnownName] {
    var seen: Set<String> = []
    let names = statements.compactMap { KnownName($0, of: text) }
    let known = names.filter { seen.insert($0.text).inserted }
    let free = statements.flatMap { FreeCounts.names(in: $0, of: text) }
    return known + free.filter { seen.insert($0).inserted }.map { KnownName($0, .free) }
  }

  init?(_ statement: ArraySlice<Token>, of text: SourceText) {
    guard let first = statement.first, let second = statement.dropFirst().first else { return nil }
    let isDefinition = second.kind == .equals
    let kind = isDefinition ? .part : first.keyword.flatMap { Kind(rawValue: $0.rawValue) }
    let token = isDefinition ? first : second
    guard let kind, token.isName else { return nil }
    let hasClauses = kind != .law && kind != .demand
    self.init(
      token.name(in: text), kind, values: hasClauses ? ValueWords.words(of: statement) : [],
      domains: kind.isFamily ? ValueWords.number(in: statement, of: text) : 0)
  }
}

extension Token {
  /// True for a name, a word of the grammar left out.
  var isName: Bool { kind == .string || kind == .word && keyword == nil }

  /// A name without its quotes.
  func name(in text: SourceText) -> String {
    let written = text.text(in: span)
    return kind == .string ? QuotedText.unescape(String(written.dropFirst().dropLast())) : written
  }
}
