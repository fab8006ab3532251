import Quantities

/// Published promises by their names.
///
/// Its data stands in `commitments.tsv`, a line each. To add one, add a line there: figures, dates
/// and sources are data and never in code.
public struct CommitmentCatalogue: Sendable {
  /// The promises, in the order of the data.
  public let commitments: [Commitment]
  private let places: [String: Int]

  /// The promises that come with this package. A test reads every line, so that none is lost here.
  public static let published =
    (try? CommitmentCatalogue(publishedText)) ?? CommitmentCatalogue(unchecked: [])

  /// The text of the published ones, as it stands in the file.
  static var publishedText: String {
    String(decoding: PackageResources.commitments_tsv, as: UTF8.self)
  }

  /// Reads a catalogue: tab-separated columns under a heading, a line each. Throws
  /// ``CatalogueError`` for the first line that isn't right, and for a name that is there twice.
  public init(_ text: String) throws(CatalogueError) {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    guard let first = lines.first, first == CommitmentRow.heading else {
      throw CatalogueError(line: 1, column: nil, flaw: "the heading is not that of a catalogue")
    }
    var commitments: [Commitment] = []
    var names: Set<String> = []
    for (place, line) in lines.enumerated().dropFirst() {
      let row = try CommitmentRow(line, line: place + 1)
      let commitment = try Commitment(row)
      guard names.insert(commitment.name).inserted else {
        throw row.flaw(.name, "'\(commitment.name)' is there twice")
      }
      commitments.append(commitment)
    }
    self.init(unchecked: commitments)
  }

  private init(unchecked commitments: [Commitment]) {
    self.commitments = commitments
    places = Dictionary(
      commitments.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The promise of that name; nil when there is none. Constant time.
  public func named(_ name: String) -> Commitment? { places[name].map { commitments[$0] } }
}
