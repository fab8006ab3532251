import Quantities

extension ServiceLevelAgreement {
  /// What is promised, in words: `99.95% per month, counted in whole minutes`.
  public var summary: String {
    let percent = target.inverted.percentOfWhole
    let counting = rule == .continuous ? "" : ", counted \(rule.words)"
    return "\(percent) per \(isRolling ? "rolling " : "")\(window.words)\(counting)"
      + (excludesMaintenance ? ", maintenance excluded" : "")
  }
}

extension MeasuringRule {
  /// The rule in the words of the language.
  public var words: String {
    switch self {
    case .continuous: "continuous"
    case .wholeMinutes: "whole minutes"
    case .runs(let length): "runs of \(length.words)"
    case .cells(let length): "cells of \(length.words)"
    case .averageErrors: "average errors"
    case .errors(let ratio): "errors above \(ratio.inverted.percentOfWhole)"
    }
  }
}

extension Window {
  /// The window in the words of the language.
  var words: String {
    switch self {
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .calendarMonth: "calendar month"
    case .duration(let length): length.words
    }
  }
}

extension Duration {
  /// The length in the largest unit that leaves a whole number, such as `28d`.
  fileprivate var words: String {
    let units: [DurationUnit] = [
      .day, .hour, .minute, .second, .millisecond, .microsecond, .nanosecond,
    ]
    let unit = units.first { converted(to: $0) == converted(to: $0).rounded() } ?? .second
    let number = converted(to: unit)
    return (Int(exactly: number).map { "\($0)" } ?? "\(number)") + unit.symbol
  }
}

extension Probability {
  /// What is left of 100 %, such as `99.95%` of 0.0005; exact digits of the complement's decimal.
  fileprivate var percentOfWhole: String {
    let left = (try? DecimalNumber(shortest: value))?.complement
    return left.map { $0.scaled(byPowerOfTen: 2).description + "%" } ?? "\(complement * 100)%"
  }
}
