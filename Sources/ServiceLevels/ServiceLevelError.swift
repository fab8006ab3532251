/// Why a promise, a budget or a figure of theirs makes no sense.
public enum ServiceLevelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A promise of 0 %.
  case target
  /// A window of no time.
  case window
  /// Every instant would end a window of another length.
  case rollingCalendar
  /// A rule's length is 0 or longer than the window.
  case ruleLength
  /// An error ratio of 100 %, which no minute exceeds.
  case errorRatio
  /// The steps of a ladder are out of order; says how.
  case ladder(String)
  /// A budget of nothing: nothing can be spent, and no rate of spending it be told.
  case noBudget
  /// What is left of a calendar month doesn't tell how long the month is.
  case begunCalendar
  /// What was counted and what is left don't fit into one window.
  case begun

  /// One sentence for people, with what to write instead.
  public var description: String {
    switch self {
    case .target: "a promise is above 0%"
    case .window: "a window is longer than 0"
    case .rollingCalendar:
      "a calendar month has no length to roll by; write `per month` for 30 d or `per 28d`"
    case .ruleLength: "the length of a rule is above 0 and at most the window's"
    case .errorRatio: "an error ratio to be exceeded is below 100%"
    case .ladder(let flaw):
      "\(flaw), as in `credits 10% below 99.9%, 25% below 99%`"
    case .noBudget:
      "a target of 100% leaves a budget of nothing; write one below it, such as 99.99%"
    case .begunCalendar:
      "a calendar month begun has no known length; write `per 31d` for one of 31 days"
    case .begun:
      "what is left of a window is above 0 and, with what was counted, at most the window"
    }
  }
}
