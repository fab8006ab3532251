import Foundation
import Testing

@Suite("Command lines that miss something")
struct MistypedCommandTests {
  private static let folder = Folder.transcripts

  /// A line, and what is printed.
  private static let refusals = [
    (
      "nines lnt shop.nines",
      "error: nothing is called 'lnt'; did you mean  nines lint shop.nines\n"
    ),
    (
      "nines incidents.csv",
      "error: incidents.csv is no topology; of an incident log ask  nines fit incidents.csv\n"
    ),
    (
      "nines site.nines site --cut-sets 2",
      "error: --cut-sets lists what a `why` shows, as in  why shop --cut-sets 2\n"
    ),
    (
      "nines site.nines why site over inputs --cut-sets 2",
      "error: --cut-sets lists what a `why` shows, as in  why shop --cut-sets 2\n"
    ),
    (
      "nines list b",
      """
      error: `list` takes nothing behind it
       --> <shell>:1:6
        |
      1 | list b
        |      ^
      note: `info b` tells about one name
      fix: remove b

      """
    ),
  ]

  @Test("are refused with what was probably meant", arguments: refusals)
  func refused(line: String, sentence: String) throws {
    let outcome = try BuiltProgram.shell(line, in: Self.folder)
    #expect(outcome.output == sentence)
    #expect(outcome.status == 2)
  }

  @Test(
    "read standard input for a dash",
    arguments: [
      ("echo 'a=99%' | nines fmt -", "a = 99%\n"), ("echo 'system a = 99%' | nines lint -", ""),
      ("echo 'a = 99%' | nines - show a --format csv | wc -l | tr -d ' '", "2\n"),
    ])
  func dash(line: String, output: String) throws {
    let outcome = try BuiltProgram.shell(line)
    #expect(outcome.output == output)
    #expect(outcome.status == 0)
  }

  @Test("write no file called by a dash")
  func written() throws {
    let outcome = try BuiltProgram.shell("nines fmt --write -")
    #expect(outcome.output.hasPrefix("Error: --write and --check take files\n"))
    #expect(outcome.status == 2)
  }

  @Test("take --cut-sets where a `why` is asked of a changed program too")
  func cutSets() throws {
    let line = "nines site.nines 'with db.availability 99%: why site' --cut-sets 2"
    let outcome = try BuiltProgram.shell(line, in: Self.folder)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("cut set"))
  }
}
