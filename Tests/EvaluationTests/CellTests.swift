import Evaluation
import Nines
import Testing

@Suite("Cells of a notebook")
struct CellTests {
  @Test("hold entries and words of the prompt in any order")
  func order() async {
    let sink = RecordingSink()
    var workspace = Workspace()
    let cell = """
      # Two of them.
      web = 2 of 3 99.5%
      db = 99.9%

      set db.availability 99.99%
      list
      web & db
      """
    let status = await workspace.take(cell: cell, Evaluator(sink: sink))
    #expect(status == .answered)
    #expect(workspace.definitions.text == "# Two of them.\nweb = 2 of 3 99.5%\ndb = 99.99%\n")
  }

  @Test("stop at what is wrong, keep what stands above a word of the prompt, and tell its line")
  func mistakes() async throws {
    let sink = RecordingSink()
    var workspace = Workspace()
    let cell = "a = 99%\nlist\nb = 98%\nc = = 3\nundo"
    #expect(await workspace.take(cell: cell, Evaluator(sink: sink)) == .wrongInput)
    #expect(workspace.definitions.names == ["a"])
    let refusal = try #require(
      sink.complaints.lazy.compactMap { complaint in
        if case .refusal(let diagnostic, let source) = complaint {
          source.position(of: diagnostic.span.offset)
        } else {
          nil
        }
      }.first)
    #expect(refusal.line == 4)
  }

  @Test(
    "are whole, unfinished or wrong as their last entry is",
    arguments: [
      ("a = 99%\nload shop.nines\na", Workspace.Completeness.whole), ("", .whole),
      ("load shop.nines\nservice web {", .unfinished), ("list\nweb = = 3", .wrong),
    ])
  func completeness(cell: String, expected: Workspace.Completeness) {
    #expect(Workspace.completeness(ofCell: cell) == expected)
  }
}
