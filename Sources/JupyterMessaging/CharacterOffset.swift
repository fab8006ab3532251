/// Places in a text: front ends count Unicode scalars (since version 5.2 of the protocol), this
/// project bytes of UTF-8.
package enum CharacterOffset {
  /// The bytes before as many scalars, at most all of the text's.
  package static func bytes(before scalars: Int, in text: String) -> Int {
    text.unicodeScalars.prefix(max(0, scalars)).reduce(0) { $0 + $1.utf8.count }
  }

  /// The scalars that begin within as many bytes.
  package static func scalars(before bytes: Int, in text: String) -> Int {
    var left = bytes
    return text.unicodeScalars.prefix { scalar in
      defer { left -= scalar.utf8.count }
      return left > 0
    }.count
  }
}
