extension String {
  /// The text with some Unicode scalars replaced; nil leaves one as it is. Cost: linear.
  ///
  /// Signs that mean something to another language are looked for so, and not as characters: a mark or an
  /// Arabic number sign beside one makes it part of another character, but no less that sign.
  public func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
    var replaced = ""
    for scalar in unicodeScalars {
      if let text = replacement(scalar) {
        replaced += text
      } else {
        replaced.unicodeScalars.append(scalar)
      }
    }
    return replaced
  }
}
