/// What can stand at the cursor: texts that replace the bytes from `replacedFrom` to the cursor.
public struct Completion: Sendable, Hashable {
  /// One text that fits.
  public struct Candidate: Sendable, Hashable {
    /// The whole word, not only what is missing.
    public var text: String

    /// What to insert behind the word when it is the only candidate, such as a blank.
    public var ending: String

    /// A few words for the list, shown behind the text; nil for none.
    public var note: String?

    /// A word, what follows it when it is the only one, and a note for the list.
    public init(_ text: String, ending: String = "", note: String? = nil) {
      self.text = text
      self.ending = ending
      self.note = note
    }
  }

  /// Where the word begins: an offset in UTF-8 bytes into the line, at most the cursor's.
  public var replacedFrom: Int

  /// In the order to list them.
  public var candidates: [Candidate]

  /// Candidates for the bytes from an offset to the cursor.
  public init(replacedFrom: Int, candidates: [Candidate]) {
    self.replacedFrom = replacedFrom
    self.candidates = candidates
  }

  /// Nothing fits.
  public static let none = Completion(replacedFrom: 0, candidates: [])

  /// The longest text that all candidates begin with; a sole candidate with its ending. Costs the
  /// length of the candidates.
  var insertion: String {
    guard let first = candidates.first else { return "" }
    guard candidates.count > 1 else { return first.text + first.ending }
    return candidates.dropFirst().reduce(first.text) { Self.commonPrefix($0, $1.text) }
  }

  private static func commonPrefix(_ one: String, _ other: String) -> String {
    String(zip(one, other).prefix { $0 == $1 }.map(\.0))
  }
}
