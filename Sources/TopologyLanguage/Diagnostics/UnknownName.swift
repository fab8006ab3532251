import ServiceLevels

/// What may have been meant by a name that nothing in a program has.
struct UnknownName {
  /// How alike a published promise's name must be for being offered; see
  /// ``CommitmentCatalogue/nearest(to:atMost:alike:)``.
  private static let likeness = 0.5

  /// Names to write instead, the program's own before those of published promises.
  let nearest: [String]
  /// What a name of the catalogue is, where it can't stand.
  let notes: [String]

  /// `candidates` are the names that the program has.
  init(_ name: String, among candidates: some Sequence<String>) {
    let catalogue = CommitmentCatalogue.published
    let own = [Spelling.nearest(to: name, among: candidates)].compactMap(\.self)
    guard catalogue.named(name) == nil else {
      nearest = own
      notes = [
        "'\(name)' is a published promise, whose figure stands in expressions alone, as in "
          + "`x = \(name)`; define that, and name it here"
      ]
      return
    }
    nearest = own + Self.published(name, in: catalogue).filter { !own.contains($0) }
    notes = []
  }

  /// One promise within two slips, or else the two that are most alike; none for a name without dots,
  /// or longer than names are.
  private static func published(_ name: String, in catalogue: CommitmentCatalogue) -> [String] {
    guard name.contains("."), name.utf8.count <= 80 else { return [] }
    let names = catalogue.nearest(to: name, atMost: 2, alike: likeness).map(\.name)
    guard let first = names.first else { return [] }
    let slips = Spelling.distance(Array(name.utf8), Array(first.utf8))
    return slips <= 2 ? [first] : names
  }

  /// The end of the sentence that says that nothing is called so.
  var question: String {
    guard !nearest.isEmpty else { return "" }
    return "; did you mean \(nearest.map { "'\($0)'" }.joined(separator: " or "))?"
  }

  /// The names as they are written.
  var fixes: [String] { nearest.map { NameWriter.text(Identifier($0)) } }
}
