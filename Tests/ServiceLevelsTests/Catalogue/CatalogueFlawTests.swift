import Testing

@testable import ServiceLevels

/// What a catalogue refuses, and where it says so.
@Suite("Flaws of a catalogue")
struct CatalogueFlawTests {
  private static let right = [
    "name": "a.b", "provider": "A", "service": "B", "percentage": "99.9", "source": "a page",
    "ladder": "10/25 @ 99.9/99", "rule": "runs of 5min", "window": "calendar month", "cap": "50%",
    "date": "2022-07-25",
  ]

  private static func text(_ changes: [String: String] = [:]) -> String {
    let cells = CommitmentRow.Column.allCases.map { column in
      changes[column.rawValue] ?? right[column.rawValue] ?? ""
    }
    return CommitmentRow.heading + "\n" + cells.joined(separator: "\t") + "\n"
  }

  private func flaw(of text: String) -> CatalogueError? {
    do throws(CatalogueError) {
      _ = try CommitmentCatalogue(text)
      return nil
    } catch {
      return error
    }
  }

  @Test("the line that the others are made of is right")
  func right() throws {
    #expect(try CommitmentCatalogue(Self.text()).commitments.map(\.name) == ["a.b"])
  }

  @Test(
    "a wrong cell is named by its line and column",
    arguments: [
      ("name", ["", "A.b", "a", "a..b", ".a", "a.b.", "1.b", "a b.c", "a.b-"]),
      ("provider", ["", " A", "A  B"]), ("service", [""]), ("source", ["", "a "]),
      ("percentage", ["", "0", "100.1", "99.9%", "-1", "x", "1e1", ".", "99,9"]),
      ("window", ["month", "30 d"]),
      ("rule", ["runs of 0min", "runs of 5 min", "runs", "cells of -1min", "errors above 1", "x"]),
      (
        "ladder",
        [
          "10", "10/25 @ 99.9", "10/25@99.9/99", "25/10 @ 99.9/99", "10/25 @ 99/99.9",
          "10/ @ 99.9/99", "0/10 @ 99.9/99", "10 @ 99.95", "10/25 @ 99.9/x",
        ]
      ),
      ("cap", ["50", "101%", "%"]),
      ("date", ["22", "2022-13", "2022-00", "2022-1", "2022-07-32", "2022-07-25-1", "20x2", "-"]),
    ])
  func cells(column: String, wrong: [String]) {
    for cell in wrong {
      let error = flaw(of: Self.text([column: cell]))
      #expect(error?.line == 2 && error?.column == column, "'\(cell)' in \(column)")
    }
  }

  @Test("wrong lines")
  func lines() {
    #expect(flaw(of: "")?.line == 1)
    #expect(flaw(of: "name\tprovider\n")?.line == 1)
    #expect(flaw(of: Self.text() + "a.c\tA\n")?.line == 3)
    #expect(flaw(of: Self.text() + "\n")?.line == 3)
    let twice = Self.text() + (Self.text().split(separator: "\n").last ?? "") + "\n"
    #expect(flaw(of: twice)?.description == "line 3, column 'name': 'a.b' is there twice")
  }

  @Test("cut or changed anywhere, the published text is read or refused, and nothing else happens")
  func cuts() {
    let bytes = Array(CommitmentCatalogue.publishedText.utf8)
    for end in stride(from: 0, to: bytes.count, by: 97) {
      let cut = String(decoding: bytes[..<end], as: UTF8.self)
      let changed = bytes[..<end] + [UInt8(ascii: "\t")] + bytes[end...]
      #expect(flaw(of: cut) != nil || cut.hasPrefix(CommitmentRow.heading))
      #expect(flaw(of: String(decoding: changed, as: UTF8.self)) != nil)
    }
  }
}
