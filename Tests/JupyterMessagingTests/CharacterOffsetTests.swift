import JupyterMessaging
import Testing

/// Places in scalars and in bytes.
@Suite struct CharacterOffsetTests {
  @Test(arguments: [
    ("web", 2, 2), ("é = 99%", 1, 2), ("é = 99%", 2, 3), ("😀x", 1, 4), ("", 0, 0),
  ])
  func bothWays(text: String, scalars: Int, bytes: Int) {
    #expect(CharacterOffset.bytes(before: scalars, in: text) == bytes)
    #expect(CharacterOffset.scalars(before: bytes, in: text) == scalars)
  }

  @Test func placesBeyondTheTextAreItsEnds() {
    #expect(CharacterOffset.bytes(before: 9, in: "é") == 2)
    #expect(CharacterOffset.bytes(before: -1, in: "é") == 0)
    #expect(CharacterOffset.scalars(before: 9, in: "é") == 1)
  }
}
