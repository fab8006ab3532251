import JupyterMessaging
import Testing

@testable import nines_kernel

/// The word that is asked about.
@Suite struct InspectedWordTests {
  @Test(arguments: [
    ("service web-1: 2 of 3", 10, "web-1"), ("service web", 11, "web"), ("mttr 5min", 0, "mttr"),
    ("a = é1", 6, "é1"), ("( )", 1, ""), ("", 0, ""), ("web", 99, "web"), ("web", -1, "web"),
  ])
  func theWordAroundAPlace(code: String, cursor: Int, word: String) {
    #expect(Kernel.word(at: cursor, in: code) == word)
  }
}
