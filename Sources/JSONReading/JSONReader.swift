import Interchange

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads JSON documents.
public enum JSONReader {
  /// The value that `bytes` write. Throws where they are no JSON in UTF-8.
  public static func value(from bytes: [UInt8]) throws(InterchangeError) -> JSONValue {
    do {
      return try JSONDecoder().decode(DecodedValue.self, from: Data(bytes)).value
    } catch let error as DecodingError {
      throw InterchangeError(error)
    } catch {
      throw InterchangeError("this is no JSON", at: "")
    }
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

extension InterchangeError {
  /// The decoder's own words, which tell the line and column.
  fileprivate init(_ error: DecodingError) {
    switch error {
    case .dataCorrupted(let context):
      let reason = context.underlyingError.map { String(reflecting: $0) }
      self.init(reason ?? context.debugDescription, at: "")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .keyNotFound(_, let context):
      self.init(context.debugDescription, at: "")
    @unknown default: self.init("this is no JSON", at: "")
    }
  }
}
