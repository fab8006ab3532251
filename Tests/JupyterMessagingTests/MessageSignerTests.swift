import JupyterMessaging
import Testing

/// HMAC-SHA-256 against the test cases of RFC 4231, section 4; the one of 4.6 cuts the digest short.
@Suite struct MessageSignerTests {
  struct Case {
    let key, text: [UInt8]
    let signature, source: String
  }

  static let cases = [
    Case(
      key: [UInt8](repeating: 0x0b, count: 20),
      text: Array("Hi There".utf8),
      signature: "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
      source: "RFC 4231, 4.2"),
    Case(
      key: Array("Jefe".utf8),
      text: Array("what do ya want for nothing?".utf8),
      signature: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
      source: "RFC 4231, 4.3"),
    Case(
      key: [UInt8](repeating: 0xaa, count: 20),
      text: [UInt8](repeating: 0xdd, count: 50),
      signature: "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe",
      source: "RFC 4231, 4.4"),
    Case(
      key: Array(1...25),
      text: [UInt8](repeating: 0xcd, count: 50),
      signature: "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b",
      source: "RFC 4231, 4.5"),
    Case(
      key: [UInt8](repeating: 0xaa, count: 131),
      text: Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      signature: "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
      source: "RFC 4231, 4.7"),
    Case(
      key: [UInt8](repeating: 0xaa, count: 131),
      text: Array(
        """
        This is a test using a larger than block-size key and a larger than block-size data. The \
        key needs to be hashed before being used by the HMAC algorithm.
        """.utf8),
      signature: "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
      source: "RFC 4231, 4.8"),
  ]

  @Test(arguments: cases) func signsAsTheStandardDoes(_ known: Case) {
    let signer = MessageSigner(key: known.key)
    let signature = signer.signature(of: [known.text])
    #expect(String(decoding: signature, as: UTF8.self) == known.signature, "\(known.source)")
  }

  @Test func partsAreSignedOneAfterTheOther() {
    let signer = MessageSigner(key: Array("Jefe".utf8))
    let parts = ["what do ya ", "", "want for nothing?"].map { Array($0.utf8) }
    #expect(signer.signature(of: parts) == signer.signature(of: [parts.flatMap(\.self)]))
  }

  @Test func takesItsOwnSignatureAlone() {
    let signer = MessageSigner(key: Array("Jefe".utf8))
    let parts = [Array("{}".utf8), Array("{\"a\":1}".utf8)]
    var signature = signer.signature(of: parts)
    #expect(signer.accepts(signature, of: parts))
    #expect(!signer.accepts(Array(signature.dropLast()), of: parts))
    #expect(!signer.accepts([], of: parts))
    #expect(!MessageSigner(key: Array("Jefa".utf8)).accepts(signature, of: parts))
    signature[0] ^= 1
    #expect(!signer.accepts(signature, of: parts))
  }

  @Test func withoutAKeyNothingIsSigned() {
    let signer = MessageSigner(key: [])
    #expect(signer.signature(of: [[1, 2, 3]]).isEmpty)
    #expect(signer.accepts([], of: [[1, 2, 3]]))
  }
}
