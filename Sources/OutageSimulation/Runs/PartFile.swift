import Quantities

/// Why a file isn't a part of a simulation.
public enum PartError: Error, Sendable, Hashable, CustomStringConvertible {
  /// It doesn't begin as parts do.
  case notAPart
  /// It was written by another version of the format.
  case otherVersion(String)
  /// Its end is missing.
  case truncated
  /// Its content doesn't match its checksum.
  case altered

  /// One sentence for people, with what to do.
  public var description: String {
    switch self {
    case .notAPart: "this is not a part of a simulation; write one with --shard 1/2 -o FILE"
    case .otherVersion(let version):
      "this part has the format '\(version)', not '\(PartFile.version)'; run its shard again"
    case .truncated: "this part is truncated; run its shard again"
    case .altered: "this part was altered after it was written; run its shard again"
    }
  }
}

/// The file of a part: a line that names the format, words of 16 hexadecimal digits, sixteen to a
/// line, and a last line with their checksum.
enum PartFile {
  static let version = "nines part 3"
  private static let end = "end "

  static func bytes(of words: [UInt64]) -> [UInt8] {
    var bytes = Array("\(version)\n".utf8)
    for (place, word) in words.enumerated() {
      append(word, to: &bytes)
      bytes.append(UInt8(ascii: place % 16 == 15 || place == words.count - 1 ? "\n" : " "))
    }
    bytes += Array(end.utf8)
    append(checksum(words), to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  static func words(in bytes: [UInt8]) throws(PartError) -> [UInt64] {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let head = lines.first, head.starts(with: Array("nines part".utf8)) else {
      throw .notAPart
    }
    let found = String(decoding: head, as: UTF8.self)
    guard found == version else { throw .otherVersion(String(found.prefix(40))) }
    guard lines.count >= 3, lines[lines.count - 1].isEmpty,
      lines[lines.count - 2].starts(with: Array(end.utf8))
    else { throw .truncated }
    var words: [UInt64] = []
    for line in lines[1..<(lines.count - 2)] {
      for digits in line.split(separator: UInt8(ascii: " ")) { words.append(try word(digits)) }
    }
    let sum = try word(lines[lines.count - 2].dropFirst(end.utf8.count))
    guard sum == checksum(words) else { throw .altered }
    return words
  }

  private static func append(_ word: UInt64, to bytes: inout [UInt8]) {
    for place in (0..<16).reversed() {
      let digit = UInt8(truncatingIfNeeded: word >> UInt64(4 * place)) & 15
      bytes.append(digit < 10 ? digit + 48 : digit + 87)
    }
  }

  private static func word(_ digits: some Collection<UInt8>) throws(PartError) -> UInt64 {
    guard digits.count == 16, let word = UInt64(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw .altered }
    return word
  }

  private static func checksum(_ words: [UInt64]) -> UInt64 {
    var print = Fingerprint()
    for word in words { print.add(word) }
    return print.value
  }
}

/// Gathers words.
struct WordWriter: WordCoder {
  private(set) var words: [UInt64] = []

  mutating func code(_ word: inout UInt64) { words.append(word) }
}

/// Hands words out again; behind the last one all are 0, and `isExhausted` says so.
struct WordReader: WordCoder {
  private let words: [UInt64]
  private var place = 0
  private(set) var isExhausted = false

  init(_ words: [UInt64]) { self.words = words }

  mutating func code(_ word: inout UInt64) {
    guard place < words.count else {
      isExhausted = true
      word = 0
      return
    }
    word = words[place]
    place += 1
  }

  var isAtEnd: Bool { place == words.count && !isExhausted }
}

extension SimulationPart {
  /// The content of a part's file.
  public var bytes: [UInt8] {
    var copy = self
    var writer = WordWriter()
    copy.code(&writer)
    return PartFile.bytes(of: writer.words)
  }

  /// Reads a part's file. Throws ``PartError`` for what is no part, truncated or altered.
  public init(reading bytes: [UInt8]) throws(PartError) {
    var reader = WordReader(try PartFile.words(in: bytes))
    guard let read = SimulationPart(&reader), reader.isAtEnd else { throw .altered }
    self = read
  }

  private init?(_ reader: inout WordReader) {
    var header = SimulationHeader.empty
    var runs = 0
    var number = 0
    var count = 0
    header.code(&reader)
    reader.code(&runs)
    reader.code(&number)
    reader.code(&count)
    guard !reader.isExhausted, let shard = try? Shard(number, of: count) else { return nil }
    var tally = OutageTally(header.plan)
    tally.code(&reader)
    self.init(header: header, runs: runs, shard: shard, tally: tally)
  }

  private mutating func code(_ writer: inout WordWriter) {
    var header = header
    var numbers = (runs, shard.number, shard.count)
    var tally = tally
    header.code(&writer)
    writer.code(&numbers.0)
    writer.code(&numbers.1)
    writer.code(&numbers.2)
    tally.code(&writer)
  }
}
