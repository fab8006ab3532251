import Testing

@testable import TopologyLanguage

@Suite("What a completion says of its words")
struct CompletionMeaningTests {
  /// A word at a place, and what is said of it.
  private static let meanings: [(text: String, word: String, meaning: String)] = [
    ("simulate shop, ", "runs", "how many replications"),
    ("simulate shop, ", "by", "count downtime in windows too"),
    ("simulate shop, by ", "quarter", "90 days"),
    ("simulate shop, from ", "up", "all is new at the beginning"),
    ("sla g: 99% per month, counted ", "cells", "whole cells of a grid"),
    ("fit \"a.csv\", ", "zone", "the zone of times that don't say theirs"),
    ("fit \"a.csv\", ", "service", "the rows of one service alone"),
    ("fit \"a.csv\", column ", "end", "the column of ends"),
    ("service x: 2 of 3, ", "mttr", HelpTopic.named("mttr")?.title ?? "missing"),
  ]

  @Test("says what a word means at its place", arguments: meanings)
  func meaning(text: String, word: String, meaning: String) {
    let list = CompletionTests.completer.complete(text, at: text.utf8.count)
    #expect(list.candidates.first { $0.text == word }?.description == meaning)
  }

  /// The beginnings of lists that are described one by one.
  private static let described = [
    "simulate shop, ", "simulate shop, by ", "simulate shop, from ", "simulate shop, sampling ",
    "sla g: 99% per month, counted ", "fit \"a.csv\", ", "fit \"a.csv\", column ",
  ]

  @Test("describes each word of a list by itself", arguments: described)
  func descriptions(text: String) {
    let list = CompletionTests.completer.complete(text, at: text.utf8.count)
    let descriptions = list.candidates.map(\.description)
    #expect(!descriptions.contains(""))
    #expect(descriptions.count > 1 && Set(descriptions).count == descriptions.count)
  }
}
