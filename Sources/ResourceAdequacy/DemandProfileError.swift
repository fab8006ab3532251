/// Why loads don't make a profile. The description says what to write instead.
public enum DemandProfileError: Error, Sendable, Hashable, CustomStringConvertible {
  /// No loads.
  case empty
  /// More loads than the limit.
  case tooMany(limit: Int)
  /// Steps of no length.
  case noStep
  /// Loads that have no common unit of at least 2^-53 of the largest.
  case tooFine
  /// A share of the time that is negative or not a number.
  case share(Double)
  /// Growth of loads in no known order.
  case growthWithoutTime
  /// Growth a month that is not above -1.
  case growth(Double)
  /// Loads that grow beyond 2^53 of their unit.
  case tooLarge
  /// Fewer than one month.
  case months(Int)
  /// Text that is not UTF-8 or holds no loads at all.
  case noLoads
  /// A line that is not a number: its number from 1, and the text.
  case notANumber(line: Int, String)
  /// A load below 0.
  case negative(line: Int, String)
  /// An empty line or field where a load is due.
  case missing(line: Int)
  /// A header without the columns that are needed.
  case header(line: Int, String)
  /// More or fewer fields in a line than in its header.
  case fields(line: Int, Int, expected: Int)
  /// An hour that is not a whole number.
  case hour(line: Int, String)
  /// Hours left out: the first one that is missing, before that line.
  case gap(line: Int, missing: Int, found: Int)
  /// An hour that stood before.
  case duplicate(line: Int, hour: Int)

  /// One sentence for people.
  public var description: String {
    switch self {
    case .empty, .noLoads: "there are no loads; write one number a line, one line an hour"
    case .tooMany(let limit): "there are more than \(limit) loads; write longer steps"
    case .noStep: "a load must last longer than 0"
    case .tooFine: "the loads have too many digits to be held exactly together; write fewer digits"
    case .share(let share): "\(share) is not a share of the time; write 0 or more"
    case .growthWithoutTime: "loads in no known order can't grow by the month; give a series"
    case .growth(let growth): "a growth of \(growth * 100)% a month leaves nothing; write more"
    case .tooLarge: "the loads grow beyond all bounds; let them grow less, or for less long"
    case .months(let months): "\(months) months are no time to grow in; write 1 or more"
    case .notANumber, .negative, .missing, .header, .fields, .hour, .gap, .duplicate:
      sentenceOfLine
    }
  }

  private var sentenceOfLine: String {
    switch self {
    case .notANumber(let line, let text):
      "line \(line): '\(text)' is not a load; write a number such as 1250 or 1250.5"
    case .negative(let line, let text):
      "line \(line): the load \(text) is below 0; write 0 or more"
    case .missing(let line):
      "line \(line): a load is missing; write one for every hour, 0 where nothing is asked"
    case .header(let line, let text):
      "line \(line): the columns '\(text)' are not known; write the header hour,load"
    case .fields(let line, let found, let expected):
      "line \(line): \(found) fields where the header has \(expected); write hour,load"
    case .hour(let line, let text):
      "line \(line): '\(text)' is not an hour; count hours from 0 or from 1"
    case .gap(let line, let missing, let found):
      "line \(line): hour \(found) follows, but hour \(missing) is missing; write a load for it"
    case .duplicate(let line, let hour):
      "line \(line): hour \(hour) stands there twice or out of order; write each hour once, in order"
    default: description
    }
  }
}
