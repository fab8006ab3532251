import DesignReviews
import Nines

/// Reviews of texts, each of few histories.
enum Reviews {
  static let shop = """
    zones az: 3, mtbf 2y, mttr 1h
    store db: 1 of 2, mtbf 180d, mttr 1h, across az
    service web: 3 per az, need 6, mtbf 30d, mttr 5min, needs db
    lb = 99.99%, mttr 1min
    system shop = lb & web
    sla gold: 99.98% per month, counted whole minutes
    check shop meets gold with 90%
    sla silver: 99.99% per month
    """

  static func of(
    _ text: String, name: String? = nil, loads: [Double] = [],
    limits: ReviewLimits = ReviewLimits(runs: 200)
  ) async throws -> DesignReview {
    let source = SourceText(text, name: "shop.nines")
    return try await Reviewer(
      try Checker.check(source, reading: reader(loads)), text: source, of: name, limits: limits,
      version: "1.0",
      command: "nines report shop.nines"
    ).review()
  }
}

extension Reviews {
  /// Finds these loads in every file.
  private static func reader(_ loads: [Double]) -> ObservationReader {
    ObservationReader(
      { (_) throws(ObservationError) -> [Duration] in [] },
      loads: { (_) throws(ObservationError) -> String in
        loads.map { "\($0)" }.joined(separator: "\n")
      })
  }
}

extension DesignReview {
  /// The words of a section, as Markdown has them.
  func text(_ kind: Kind) throws -> String {
    let heading = "\n## \(kind.heading)\n"
    let parts = markdown.split(separator: heading, maxSplits: 1)
    guard parts.count == 2 else { throw MissingSection(kind: kind) }
    return String(
      parts[1].prefix(upTo: parts[1].firstRange(of: "\n## ")?.lowerBound ?? parts[1].endIndex))
  }

  struct MissingSection: Error { let kind: Kind }
}
