import Quantities

extension CommitmentCatalogue {
  /// The promises in whose name, provider, service or condition every word occurs, upper and lower
  /// case alike; a word that ends in `%` asks for that availability, and a whole name alone for the
  /// promise of that name. All of them for no words.
  public func search(_ words: [String]) -> [Commitment] {
    if words.count == 1, let one = named(words[0]) { return [one] }
    return commitments.filter { commitment in words.allSatisfy { commitment.fits($0) } }
  }

  /// The promises whose names or services look most like `text`, best first, at most `count`; none
  /// where nothing is as much `alike`, 0 to 1.
  ///
  /// By the pairs of neighbouring letters that two texts share: twice their number over the number of
  /// all pairs (Dice, Measures of the Amount of Ecologic Association Between Species, 1945).
  public func nearest(
    to text: String, atMost count: Int = 3, alike least: Double = 1.0 / 3
  ) -> [Commitment] {
    let wanted = LetterPairs(text)
    let ranked = commitments.enumerated()
      .map { place, commitment in
        let likeness = max(
          wanted.likeness(to: LetterPairs(commitment.name)),
          wanted.likeness(to: LetterPairs(commitment.service)))
        return (likeness: likeness, place: place, commitment: commitment)
      }
      .filter { $0.likeness > 0 && $0.likeness >= least }
      .sorted { ($1.likeness, $0.place) < ($0.likeness, $1.place) }
    return ranked.prefix(max(0, count)).map(\.commitment)
  }
}

extension Commitment {
  fileprivate func fits(_ word: String) -> Bool {
    if let percent = CatalogueNotation.percent(word) { return availability == percent }
    let text = [name, provider, service, condition ?? ""].joined(separator: "\n").lowercased()
    return text.contains(word.lowercased())
  }
}

/// How often each pair of neighbouring letters or digits occurs in a text.
private struct LetterPairs {
  /// Longer texts are no names.
  private static let longest = 200
  private var counts: [[UInt8]: Int] = [:]
  private var total = 0

  init(_ text: String) {
    let bytes = text.lowercased().utf8.prefix(Self.longest)
    for (first, second) in zip(bytes, bytes.dropFirst()) {
      counts[[first, second], default: 0] += 1
      total += 1
    }
  }

  /// 0 for nothing in common, 1 for the same pairs.
  func likeness(to other: LetterPairs) -> Double {
    guard total + other.total > 0 else { return 0 }
    let shared = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(shared) / Double(total + other.total)
  }
}
