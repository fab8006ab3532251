import Nines

/// An entry as typed, with what the prompt's own signs stand for.
struct EntryReading {
  /// The text to answer.
  private(set) var text: String
  /// True where `_` stood in it.
  private(set) var usesLast = false

  /// Puts the name of what was asked last where `_` stands. Throws a ``Diagnostic`` where nothing was
  /// asked.
  init(_ entry: String, last: LastQuestion?) throws(Diagnostic) {
    text = entry
    // `help _` asks about the sign.
    guard entry.split(whereSeparator: \.isWhitespace).first != "help" else { return }
    let places = Self.underscores(in: Array(entry.utf8))
    guard let first = places.first else { return }
    if let place = places.first(where: { Self.isDefined($0, entry) }) {
      throw Diagnostic(
        .unexpectedText, "'_' is what was asked last; a definition has a name of its own",
        at: SourceSpan(offset: place, length: 1))
    }
    guard let last else {
      throw Diagnostic(
        .unknownName, "'_' stands for what was asked last, and nothing was asked yet",
        at: SourceSpan(offset: first, length: 1))
    }
    var bytes = Array(entry.utf8)
    for place in places.reversed() {
      bytes.replaceSubrange(place...place, with: Array(last.writtenName.utf8))
    }
    text = String(decoding: bytes, as: UTF8.self)
    usesLast = true
  }

  /// Puts the name in the place of each expression that is asked about and has been named by its own
  /// text: it is the same thing.
  mutating func nameExpressions(of program: Program, in source: SourceText, kept: Set<String>) {
    var bytes = source.bytes
    for span in program.statements.reversed().compactMap({ $0.content.asked($0.span) }) {
      let name = source.anonymousName(span)
      guard kept.contains(name) else { continue }
      bytes.replaceSubrange(
        span.offset..<span.end, with: Array(NameWriter.text(Identifier(name)).utf8))
    }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// Where `_` stands alone, outside of quotes and comments.
  private static func underscores(in bytes: [UInt8]) -> [Int] {
    var places: [Int] = []
    var isQuoted = false
    var isComment = false
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\n"):
        isComment = false
        isQuoted = false
      case UInt8(ascii: "\"") where !isComment:
        if !isQuoted || place == 0 || bytes[place - 1] != UInt8(ascii: "\\") { isQuoted.toggle() }
      case UInt8(ascii: "#") where !isQuoted: isComment = true
      case UInt8(ascii: "_") where !isQuoted && !isComment:
        if isAlone(place, bytes) { places.append(place) }
      default: break
      }
    }
    return places
  }

  /// True before `=`, and before the `:` of a declaration.
  private static func isDefined(_ place: Int, _ entry: String) -> Bool {
    let rest = entry.utf8.dropFirst(place + 1).first { $0 != UInt8(ascii: " ") }
    return rest == UInt8(ascii: "=") || rest == UInt8(ascii: ":")
  }

  private static func isAlone(_ place: Int, _ bytes: [UInt8]) -> Bool {
    func isPartOfName(_ place: Int) -> Bool {
      guard bytes.indices.contains(place) else { return false }
      let scalar = Character(UnicodeScalar(bytes[place]))
      return scalar.isLetter || scalar.isNumber || scalar == "_" || bytes[place] >= 0x80
    }
    return !isPartOfName(place - 1) && !isPartOfName(place + 1)
  }
}

extension Statement.Content {
  /// Where the expression stands that is asked about.
  fileprivate func asked(_ span: SourceSpan) -> SourceSpan? {
    switch self {
    case .expression: span
    case .question(.simulate(let simulation)): simulation.subjectSpan
    default: nil
    }
  }
}
