#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder with the compiled zones of the IANA database, one file a zone (RFC 8536).
public struct ZoneDatabase: Sendable, Hashable {
  /// The folder's path.
  public let folder: String

  /// A database in a folder, which is read when a zone is asked for.
  public init(folder: String) { self.folder = folder }

  /// The system's: the folder that the environment variable TZDIR names, or /usr/share/zoneinfo.
  public static var system: ZoneDatabase {
    let named = getenv("TZDIR").map { String(cString: $0) } ?? ""
    return ZoneDatabase(folder: named.isEmpty ? "/usr/share/zoneinfo" : named)
  }

  /// The offsets of a place. Throws ``ZoneError`` for names that aren't in the folder and files
  /// that aren't zones.
  func history(of name: String) throws(ZoneError) -> ZoneHistory {
    guard Self.isName(name), let bytes = contents(of: name) else {
      throw .unknown(name, folder: folder)
    }
    guard let history = ZoneHistory(file: bytes) else { throw .unreadable(name, folder: folder) }
    return history
  }

  /// Letters, digits, and `_ - + /` within the name: no way out of the folder.
  private static func isName(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 64
      && parts.allSatisfy { part in
        !part.isEmpty
          && part.allSatisfy { $0.isLetter || $0.isDigit || [0x2B, 0x2D, 0x5F].contains($0) }
      }
  }

  /// A file's bytes, at most 1 MiB of them: the largest zone has 4 kB.
  func contents(of name: String) -> [UInt8]? {
    guard let file = fopen("\(folder)/\(name)", "rb") else { return nil }
    defer { fclose(file) }
    let limit = 1 << 20
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      count = fread(buffer.baseAddress, 1, limit, file)
    }
    return bytes.isEmpty ? nil : bytes
  }
}
