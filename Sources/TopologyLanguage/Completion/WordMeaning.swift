/// What words mean at a place, where the help explains several of them in one topic, or another use.
enum WordMeaning {
  /// A few words on `word` at `place`; nil where the help says it.
  static func text(of word: String, at place: CompletionPlace) -> String? {
    if word == "(" { return "several different things" }
    switch place.token(1)?.keyword {
    case .by, .per, .calendar: return windows[word]
    case .counted: return rules[word]
    case .from, .sampling: return choices[word]
    default: break
    }
    if place.question.first?.keyword == .plot, let picture = pictures[word] { return picture }
    if place.question.first?.keyword == .fit { return fits[word] }
    let isOption = place.token(1)?.kind == .comma && Parser.simulationOptions.contains(word)
    return isOption ? options[word] : nil
  }

  private static let options = [
    "runs": "how many replications", "seed": "where the random numbers begin",
    "error": "stop at this relative standard error", "within": "stop after this time",
    "threads": "how many processors", "from": "steady, or all new at the beginning",
    "by": "count downtime in windows too", "exceeding": "how often downtime is longer than this",
    "counting": "the level below which it is down", "sampling": "how outages are found",
  ]

  private static let pictures = [
    "as": "which picture", "exceedance": "how often downtime is longer than each length",
    "histogram": "how many windows have how much downtime",
    "timeline": "when one simulated history is down, and why",
    "topology": "what depends on what", "for": "how long a history is",
    "over": "a range of one value",
  ]

  private static let choices = [
    "steady": "a window of a long history", "up": "all is new at the beginning",
    "plain": "history after history", "conditioned": "outages alone",
  ]

  private static let windows = [
    "day": "24 hours", "week": "7 days", "month": "30 days", "quarter": "90 days",
    "year": "365 days", "calendar": "a month of 28 to 31 days",
  ]

  private static let rules = [
    "continuous": "every second of downtime", "whole": "minutes that are down throughout",
    "runs": "outages of a length and more", "cells": "whole cells of a grid",
    "average": "the mean share of failed requests", "errors": "minutes with many errors",
  ]

  private static let fits = [
    "service": "the rows of one service alone", "from": "when the log began to be complete",
    "to": "when it ended to be complete", "zone": "the zone of times that don't say theirs",
    "flaps": "shorter outages are reported apart", "joining": "outages with a shorter gap are one",
    "column": "what a column is called", "severity": "the rows of one severity alone",
    "share": "the rows that hit more users than a share",
    "confidence": "the confidence of the intervals", "above": "the least share of users",
    "start": "the column of beginnings", "end": "the column of ends",
    "duration": "the column of lengths",
  ]
}
