/// A unit of time: 1 d = 24 h, 1 w = 7 d, 1 y = 365 d, 1 mo = 1 y / 12 = 730 h.
public enum DurationUnit: String, Sendable, Hashable, CaseIterable {
  case nanosecond = "ns"
  case microsecond = "us"
  case millisecond = "ms"
  case second = "s"
  case minute = "min"
  case hour = "h"
  case day = "d"
  case week = "w"
  case month = "mo"
  case year = "y"

  /// The unit's symbol as the language writes it.
  public var symbol: String { rawValue }

  /// The unit in seconds. Exact but for fractions of a second, which are the nearest `Double`.
  public var seconds: Double {
    switch self {
    case .nanosecond: 1e-9
    case .microsecond: 1e-6
    case .millisecond: 1e-3
    case .second: 1
    case .minute: 60
    case .hour: 3_600
    case .day: 86_400
    case .week: 604_800
    case .month: 2_628_000
    case .year: 31_536_000
    }
  }

  /// Reads a symbol or a long form (`minute`, `minutes`, `mins`, `hour`, …); nil for other words.
  public init?(word: some StringProtocol) {
    guard let unit = Self.words[String(word)] else { return nil }
    self = unit
  }

  private static let words: [String: DurationUnit] = {
    var words = Dictionary(uniqueKeysWithValues: allCases.map { ($0.symbol, $0) })
    let long: [(DurationUnit, [String])] = [
      (.nanosecond, ["nanosecond", "nanoseconds"]),
      (.microsecond, ["microsecond", "microseconds"]),
      (.millisecond, ["millisecond", "milliseconds"]),
      (.second, ["sec", "secs", "second", "seconds"]), (.minute, ["mins", "minute", "minutes"]),
      (.hour, ["hr", "hrs", "hour", "hours"]), (.day, ["day", "days"]), (.week, ["week", "weeks"]),
      (.month, ["month", "months"]), (.year, ["yr", "yrs", "year", "years"]),
    ]
    for (unit, forms) in long { for form in forms { words[form] = unit } }
    return words
  }()
}
