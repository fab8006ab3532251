import ServiceLevels

// Tables of the documentation, made from the data so that they say what it says.
extension CatalogueTable {
  /// All promises as a page of Markdown, a table for each provider, in the order of the data.
  public static func markdown(_ catalogue: CommitmentCatalogue = .published) -> String {
    var providers: [String] = []
    for commitment in catalogue.commitments where !providers.contains(commitment.provider) {
      providers.append(commitment.provider)
    }
    let tables = providers.map { provider in
      let own = catalogue.commitments.filter { $0.provider == provider }
      return "## \(provider)\n\n" + table(own)
    }
    return ([preface(catalogue)] + tables).joined(separator: "\n\n") + "\n"
  }

  /// A table of `rows` promises at most: of each provider the two of different documents that most is
  /// known of.
  public static func markdownExcerpt(
    _ catalogue: CommitmentCatalogue = .published, rows: Int = 12
  ) -> String {
    var taken: [String: Int] = [:]
    var sources: Set<String> = []
    let ranked = catalogue.commitments.enumerated()
      .sorted { ($1.element.known, $0.offset) < ($0.element.known, $1.offset) }
      .filter { _, commitment in
        guard taken[commitment.provider, default: 0] < 2, sources.insert(commitment.source).inserted
        else { return false }
        taken[commitment.provider, default: 0] += 1
        return true
      }
    let chosen = ranked.prefix(max(0, rows)).sorted { $0.offset < $1.offset }.map(\.element)
    return table(chosen)
  }

  private static func preface(_ catalogue: CommitmentCatalogue) -> String {
    """
    # Published promises

    \(catalogue.commitments.count) promises of providers, each as the document named with it had it on \
    its date: promises, not forecasts. What a document didn't say, or what wasn't seen of it, is empty. \
    Credits are shares of the bill in percent, and the availabilities below which they are due. \
    `nines catalogue NAME` says all that is known of one: its scope, window, cap and claims.

    This page is made from `Sources/ServiceLevels/Catalogue/commitments.tsv`; change it there, and run \
    `NINES_RECORD=1 swift test -c release --filter CatalogueTable`.
    """
  }

  private static func table(_ commitments: [Commitment]) -> String {
    let headings = ["name", "for", "promise", "counted", "credits", "dated", "source"]
    return MarkdownRenderer.table(
      headings, left: headings.map { _ in true }, commitments.map(cells)
    ).joined(separator: "\n")
  }

  private static func cells(_ commitment: Commitment) -> [String] {
    [
      "`\(commitment.name)`", purpose(of: commitment), "\(commitment.percentage)%",
      commitment.ruleText ?? "", commitment.creditsText ?? "", commitment.documentDate ?? "",
      commitment.source,
    ].map { MarkdownText.cell($0) }
  }
}

extension Commitment {
  /// How much of what decides a credit is known.
  fileprivate var known: Int {
    [rule != nil, credits != nil, documentDate != nil, month != nil].count { $0 }
  }
}
