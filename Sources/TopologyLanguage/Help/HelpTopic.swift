/// What the help says of one word: a screen of at most 22 lines of 76 columns.
public struct HelpTopic: Sendable, Hashable {
  /// The word.
  public let word: String
  /// Other words that lead to the same topic.
  public let synonyms: [String]
  /// What it means, in a few words.
  public let title: String
  /// The explanation, in lines of at most 76 columns; an empty line parts paragraphs.
  public let text: String
  /// Programs that run as they stand.
  public let examples: [String]
  /// The words of related topics.
  public let seeAlso: [String]

  /// The topic of `word`.
  public init(
    _ word: String, synonyms: [String] = [], title: String, text: String,
    examples: [String] = [], seeAlso: [String] = []
  ) {
    self.word = word
    self.synonyms = synonyms
    self.title = title
    self.text = text
    self.examples = examples
    self.seeAlso = seeAlso
  }

  /// The whole screen, without a line end behind it: the title, the explanation, the examples two
  /// columns in, and the related words.
  public var page: String {
    var blocks = ["\(word): \(title)", text]
    blocks += examples.map { example in
      example.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    }
    if !seeAlso.isEmpty { blocks.append("See also: \(seeAlso.joined(separator: ", "))") }
    return blocks.joined(separator: "\n\n")
  }
}

// Finding topics.
extension HelpTopic {
  /// All topics, in the order of their groups.
  public static let all = HelpText.groups.flatMap { HelpText.topics(in: $0) }

  private static let byWord = Dictionary(
    all.flatMap { topic in ([topic.word] + topic.synonyms).map { (plain($0), topic) } },
    uniquingKeysWith: { first, _ in first })

  /// The topic of a word or of one of its synonyms, such as `mttr` or `error budget`; capital letters
  /// and dashes don't matter. Nil where there is none.
  public static func named(_ word: String) -> HelpTopic? { byWord[plain(word)] }

  /// The word of the help that was probably meant; nil where none is near.
  public static func nearest(to word: String) -> String? {
    let words = all.flatMap { [$0.word] + $0.synonyms }
    return Spelling.nearest(to: plain(word), among: words)
  }

  /// Words that differ in capital letters and dashes alone are one.
  private static func plain(_ word: String) -> String {
    let small = word.lowercased()
    guard small.utf8.contains(UInt8(ascii: "-")) else { return small }
    return String(small.map { $0 == "-" ? " " : $0 })
  }
}
