import Evaluation
import Nines
import Synchronization
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

  @Test(
    "say of words of a terminal's prompt that they are none of theirs",
    arguments: [
      ("edit", "edit"), ("a = 99%\nquit", "quit"), ("list\nexit", "exit"), ("edit db", "edit"),
    ])
  func terminalWords(cell: String, word: String) async throws {
    let sink = RecordingSink()
    var workspace = Workspace()
    #expect(await workspace.take(cell: cell, Evaluator(sink: sink)) == .wrongInput)
    let text = try #require(sink.complaints.last).text(.plain, width: nil)
    #expect(text.contains("'\(word)' is a word of a terminal's prompt, and means nothing in"))
  }

  @Test("say where the words of a notebook stand, and that it has no settings")
  func misplacedWords() async throws {
    var workspace = Workspace()
    for (cell, sentence) in [
      ("a = 99%; undo", "this word of the prompt stands first in a line of its own"),
      ("set format json", "how answers are shown is set at a terminal's prompt"),
    ] {
      let sink = RecordingSink()
      #expect(await workspace.take(cell: cell, Evaluator(sink: sink)) == .wrongInput)
      let text = try #require(sink.complaints.last).text(.plain, width: nil)
      #expect(text.contains(sentence), "\(text)")
    }
  }

  @Test(
    "begin nothing behind what could not be stopped",
    arguments: ["a\nb", "a\nlist\nb", "a\nlist", "check a 99.9% per month\nb"])
  func unstoppable(cell: String) async {
    let interruption = Interruption(.waits)
    let sink = InterruptingSink(interruption)
    var workspace = Workspace()
    let evaluator = Evaluator(sink: sink, interruption: interruption)
    _ = await workspace.take("a = 99%\nb = 98%", evaluator)
    sink.begin()
    #expect(await workspace.take(cell: cell, evaluator) == .interrupted)
    #expect(sink.count == 1)
    sink.begin()
    #expect(await workspace.take(cell: "a", evaluator) == .answered)
  }
}

/// Presses Ctrl-C while an answer is shown.
private final class InterruptingSink: AnswerSink {
  private let interruption: Interruption
  private let shown = Mutex(0)
  let wantsJSON = false

  init(_ interruption: Interruption) { self.interruption = interruption }

  /// How many answers were shown since the cell began.
  var count: Int { shown.withLock { $0 } }

  /// A cell begins.
  func begin() {
    shown.withLock { $0 = 0 }
    interruption.listen()
  }

  func show(_ answer: ShownAnswer) {
    shown.withLock { $0 += 1 }
    interruption.interrupt()
  }

  func complain(_ complaint: Complaint) {}
}
