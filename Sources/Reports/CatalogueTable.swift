import Quantities
import ServiceLevels

/// Published promises for people: a table, one in full, or what may have been meant.
public enum CatalogueTable {
  /// What the catalogue holds of `words`; everything for none.
  public static func report(
    _ words: [String], in catalogue: CommitmentCatalogue = .published
  ) -> Report {
    let found = catalogue.search(words)
    let asked = (["catalogue"] + words).joined(separator: " ")
    let head = "\(asked): \(found.count) of \(catalogue.commitments.count) published promises"
    return switch found.count {
    case 0: nothing(head, nearest: catalogue.nearest(to: words.joined(separator: " ")))
    case 1: card(head, found[0])
    default: table(head, found)
    }
  }

  private static func nothing(_ head: String, nearest: [Commitment]) -> Report {
    let names = nearest.map { "\($0.name), \($0.service)" }
    let rows =
      names.isEmpty
      ? [("write", "`catalogue` for all of them, or a word such as aws, database or 99.99%")]
      : CardLayout.rows("nearest", names)
    return CardLayout.report(head, rows, assuming: [])
  }

  // MARK: Many

  private static func table(_ head: String, _ found: [Commitment]) -> Report {
    let headings = ["name", "promise", "credits", "counted", "dated", "for"]
    return Report([
      .heading(head), .table(Report.Table(headings, found.map(row), left: headings.count)),
      .assumptions(assumptions),
    ])
  }

  private static func row(_ commitment: Commitment) -> [String] {
    [
      commitment.name, "\(commitment.percentage)%", commitment.creditsText ?? "-",
      commitment.ruleText ?? "-", commitment.documentDate ?? "-", purpose(of: commitment),
    ]
  }

  /// What is promised for: the service, and how it must be used.
  static func purpose(of commitment: Commitment) -> String {
    ([commitment.service] + [commitment.condition].compactMap(\.self)).joined(separator: ", ")
  }

  private static let assumptions = [
    "these are promises of their dates, not forecasts; `-` where something isn't known",
    "credits are shares of the bill in %, and the availabilities below which they are due",
  ]

  // MARK: One

  private static func card(_ head: String, _ commitment: Commitment) -> Report {
    let unknown = "not known"
    let rows: [CardLayout.Row] = [
      ("name", commitment.name), ("promise", "\(commitment.percentage)%"),
      ("provider", commitment.provider), ("for", purpose(of: commitment)),
      ("scope", commitment.scope ?? unknown), ("window", commitment.month?.rawValue ?? unknown),
      ("counted", commitment.ruleText ?? unknown),
      ("credits", commitment.credits.map(ladder) ?? unknown),
      ("at most", commitment.cap.map { "\(HumanFigures.percent($0)) of the bill" } ?? unknown),
      ("claim by", commitment.claim ?? unknown), ("dated", commitment.documentDate ?? unknown),
      ("source", commitment.source),
    ]
    let note = commitment.note.map { [CardLayout.Row("note", $0)] } ?? []
    return CardLayout.report(head, rows + note, assuming: [commitment.label])
  }

  private static func ladder(_ ladder: CreditLadder) -> String {
    ladder.steps
      .map { "\(HumanFigures.percent($0.credit)) below \(HumanFigures.percent($0.below))" }
      .joined(separator: ", ")
  }
}
