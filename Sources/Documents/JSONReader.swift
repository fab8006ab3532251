import Foundation
import Interchange

/// Reads JSON documents.
public enum JSONReader {
  /// The value that `bytes` write. Throws where they are no JSON in UTF-8, or a key stands twice.
  public static func value(from bytes: [UInt8]) throws(InterchangeError) -> JSONValue {
    let text = try DocumentText.checked(bytes)
    let value: JSONValue
    do {
      value = try JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value
    } catch {
      throw syntaxError(in: bytes)
    }
    // The decoder keeps one of two equal keys without a word. JSON is YAML, whose parser doesn't.
    if let error = YAMLReader.duplicateKey(in: text) { throw error }
    return value
  }

  /// The value that a program wrote as `bytes`: of two equal keys one is kept, and the error doesn't
  /// tell the place of a mistake. Keys come in alphabetical order.
  public static func looseValue(from bytes: [UInt8]) throws(InterchangeError) -> JSONValue {
    do {
      return try JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value
    } catch {
      throw InterchangeError("this is no JSON", at: "")
    }
  }

  /// The decoder doesn't tell the place of a mistake; the older reader does, in its description.
  private static func syntaxError(in bytes: [UInt8]) -> InterchangeError {
    do {
      _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      return InterchangeError("this JSON holds a value that cannot be read", at: "")
    } catch {
      let userInfo = (error as NSError).userInfo
      let reason = userInfo["NSDebugDescription"] as? String ?? "unexpected end or character"
      guard let offset = Int(reason.filter { $0.isASCII && $0.isNumber }) else {
        return InterchangeError("this is no JSON: \(reason)", at: "")
      }
      let place = DocumentText.place(of: offset, in: bytes)
      let what = reason.components(separatedBy: " around character").first ?? reason
      return InterchangeError(
        "this is no JSON: \(what.lowercased())", line: place.line, column: place.column)
    }
  }
}

/// The bytes of a document as text.
enum DocumentText {
  static func checked(_ bytes: [UInt8]) throws(InterchangeError) -> String {
    guard let text = String(bytes: bytes, encoding: .utf8) else {
      throw InterchangeError("the document is not in UTF-8", at: "")
    }
    return text
  }

  /// The line and column of a byte, both from 1.
  static func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    let before = bytes.prefix(max(offset, 0))
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before.count { $0 == UInt8(ascii: "\n") } + 1
    return (line, String(decoding: before[lineStart...], as: UTF8.self).count + 1)
  }
}

/// Any value, as the decoder gives it.
private struct DecodedValue: Decodable {
  let value: JSONValue

  init(from decoder: any Decoder) throws {
    if let container = try? decoder.container(keyedBy: AnyKey.self) {
      value = .object(
        try container.allKeys.sorted { $0.stringValue < $1.stringValue }.map { key in
          .init(key: key.stringValue, value: try container.decode(Self.self, forKey: key).value)
        })
    } else if var container = try? decoder.unkeyedContainer() {
      var values: [JSONValue] = []
      while !container.isAtEnd { values.append(try container.decode(Self.self).value) }
      value = .array(values)
    } else {
      value = try Self.scalar(in: try decoder.singleValueContainer())
    }
  }

  private static func scalar(in container: any SingleValueDecodingContainer) throws -> JSONValue {
    if container.decodeNil() { return .null }
    if let value = try? container.decode(Bool.self) { return .bool(value) }
    if let value = try? container.decode(String.self) { return .string(value) }
    if let value = try? container.decode(Int.self) { return .integer(value) }
    return .number(try container.decode(Double.self))
  }
}

/// A key of any name.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }

  init?(intValue: Int) { nil }
}
