/// What may stand where a cursor is.
public struct CompletionList: Sendable, Hashable {
  /// The word that is being written, in bytes of the text up to the cursor; empty behind a blank.
  public let replaced: SourceSpan
  /// What may stand in its place and begins like it, the likeliest first.
  public let candidates: [CompletionCandidate]
  /// The file whose name is being written; nil where no file is expected. The language opens no
  /// folders: who calls lists the files.
  public let file: FilePrefix?

  /// The list of `candidates` for the word at `replaced`.
  public init(
    replacing replaced: SourceSpan, candidates: [CompletionCandidate] = [],
    file: FilePrefix? = nil
  ) {
    self.replaced = replaced
    self.candidates = candidates
    self.file = file
  }

  /// The beginning of a file's name.
  public struct FilePrefix: Sendable, Hashable {
    /// What is written of it, without its quote.
    public let text: String
    /// True where the language wants the whole name in quotes.
    public let needsQuotes: Bool

    /// The beginning `text`.
    public init(_ text: String, needsQuotes: Bool) {
      self.text = text
      self.needsQuotes = needsQuotes
    }
  }
}

/// One word that may stand at a place.
public struct CompletionCandidate: Sendable, Hashable {
  /// The word as it is written, with quotes where the language needs them.
  public let text: String
  /// What sort of word it is.
  public let kind: Kind
  /// What it means, in a few words.
  public let description: String

  /// The candidate `text`.
  public init(_ text: String, _ kind: Kind, description: String) {
    self.text = text
    self.kind = kind
    self.description = description
  }

  /// The sorts of words, in the order in which they are offered.
  public enum Kind: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Something that is defined.
    case name
    /// A unit of time or flow, `%` or `nines`.
    case unit
    /// A word that begins a clause, such as `mttr`.
    case clause
    /// A law of random times, such as `lognormal`.
    case law
    /// Any other word of the language.
    case keyword
    /// A word to the program, such as `list`.
    case command
    /// A published promise.
    case catalogue
    /// A topic of the help.
    case topic

    /// Orders by what is offered first.
    public static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }
  }
}
