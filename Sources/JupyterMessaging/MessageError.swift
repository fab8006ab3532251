/// Why a message is dropped.
package enum MessageError: Error, Equatable, CustomStringConvertible {
  /// No frame `<IDS|MSG>` stands before the parts.
  case noDelimiter
  /// Fewer than the signature and four parts follow.
  case tooFewParts(Int)
  /// It was signed with another key, or changed on its way.
  case wrongSignature
  /// A part is no JSON object.
  case notAnObject(part: String)
  /// The header names no type or no identifier.
  case incompleteHeader

  package var description: String {
    switch self {
    case .noDelimiter: "it has no frame <IDS|MSG>"
    case .tooFewParts(let count): "it has \(count) of the 5 frames behind <IDS|MSG>"
    case .wrongSignature: "its signature is wrong; is the connection file that of another kernel?"
    case .notAnObject(let part): "its \(part) is no JSON object"
    case .incompleteHeader: "its header lacks msg_type or msg_id"
    }
  }
}
