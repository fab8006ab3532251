import DesignReviews
import Foundation
import Nines
import Testing

/// Reviews against files. With `NINES_RECORD=1` in the environment of `swift test` the one in Golden
/// is written anew: look at it before committing.
@Suite struct FileTests {
  private static let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  private static let examples = here.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Examples")

  @Test func markdownIsAsItWas() async throws {
    let file = Self.here.appendingPathComponent("Golden/shop.md")
    let text = try await Reviews.of(Reviews.shop).markdown
    if ProcessInfo.processInfo.environment["NINES_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test(arguments: ["promises", "rts79", "shop", "site", "world"])
  func examplesFitOnAPage(name: String) async throws {
    let folder = Self.examples
    let text = try String(
      contentsOf: folder.appendingPathComponent("\(name).nines"), encoding: .utf8)
    let source = SourceText(text, name: "\(name).nines")
    let reader = ObservationReader(
      { (_) throws(ObservationError) -> [Duration] in [] },
      loads: { (file) throws(ObservationError) -> String in
        let path = folder.appendingPathComponent(file)
        return (try? String(contentsOf: path, encoding: .utf8)) ?? ""
      })
    let review = try await Reviewer(
      try Checker.check(source, reading: reader), text: source,
      limits: ReviewLimits(runs: 100), version: "1.0", command: "nines report \(name).nines"
    ).review()
    #expect(review.html.utf8.count <= 150_000)
    #expect(try PageCheck.flaws(of: review.html) == [])
    #expect(review.sections.allSatisfy { !$0.parts.isEmpty })
  }
}
