import CSodium

/// Signs messages with a key that both ends know: HMAC (RFC 2104) with SHA-256, by libsodium.
package struct MessageSigner: Sendable {
  private let key: [UInt8]

  /// A signer with the key of a connection file; with an empty key nothing is signed, and every
  /// message taken.
  package init(key: [UInt8]) { self.key = key }

  /// The signature of the parts one after the other: 64 hexadecimal digits, or nothing with an empty
  /// key. Takes time in proportion to their length.
  package func signature(of parts: [[UInt8]]) -> [UInt8] {
    guard !key.isEmpty else { return [] }
    var state = crypto_auth_hmacsha256_state()
    crypto_auth_hmacsha256_init(&state, key, key.count)
    for part in parts { crypto_auth_hmacsha256_update(&state, part, UInt64(part.count)) }
    var digest = [UInt8](repeating: 0, count: Self.digestLength)
    crypto_auth_hmacsha256_final(&state, &digest)
    return digest.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }
  }

  /// True for the signature of these parts; the time it takes doesn't tell where another differs.
  package func accepts(_ signature: [UInt8], of parts: [[UInt8]]) -> Bool {
    let expected = self.signature(of: parts)
    guard !expected.isEmpty else { return true }
    return expected.count == signature.count
      && sodium_memcmp(expected, signature, expected.count) == 0
  }

  private static let digestLength = 32
  private static let digits = Array("0123456789abcdef".utf8)
}
