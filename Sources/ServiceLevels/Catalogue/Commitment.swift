import Quantities

/// A provider's published promise about a service, as its document had it on a day.
///
/// What isn't known is nil and never a guess. Documents change: the date says which one was read.
public struct Commitment: Sendable, Hashable {
  /// Its name in the catalogue, such as `aws.elb.multi-az`.
  public let name: String
  /// Who promises, such as `Amazon Web Services`.
  public let provider: String
  /// For which service, such as `Elastic Load Balancing`.
  public let service: String
  /// The unit that is judged, such as `per region`.
  public let scope: String?
  /// How the service must be used for the promise to hold.
  public let condition: String?
  /// The promised availability, above 0, exact in both tails.
  public let availability: Probability
  /// Its digits as published, without the sign: `99.99`.
  public let percentage: String
  /// The months that are judged.
  public let month: Month?
  /// How downtime is counted.
  public let rule: MeasuringRule?
  /// The rule in the words of the language: `runs of 5min`.
  public let ruleText: String?
  /// What a breach pays.
  public let credits: CreditLadder?
  /// The ladder as short as tables have it: `10/30/100 @ 99.99/99/95`, in percent.
  public let creditsText: String?
  /// The most that is paid, as a share of the bill.
  public let cap: Probability?
  /// Until when a credit must be claimed, such as `30 d`.
  public let claim: String?
  /// The date of the document's version, as far as known: a year, a month or a day, `2022-07-25`.
  public let documentDate: String?
  /// The document that was read, or who quotes it.
  public let source: String
  /// What else matters for reading the figures.
  public let note: String?

  /// The months over which a promise is judged.
  public enum Month: String, Sendable, Hashable, CaseIterable {
    /// A month of the calendar.
    case calendar = "calendar month"
    /// The month of a bill, whose first day the document leaves to the bill.
    case billing = "billing month"
  }

  /// What the figure is: `aws.elb.multi-az 99.99% is a promise of 2022-07-25, not a forecast`.
  public var label: String {
    let date = documentDate ?? "unknown date"
    return "\(name) \(percentage)% is a promise of \(date), not a forecast"
  }
}
