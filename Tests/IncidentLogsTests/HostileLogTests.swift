import IncidentLogs
import Testing

@Suite("Hostile logs end in an error")
struct HostileLogTests {
  private func kinds(_ bytes: [UInt8]) -> [IncidentLogFlaw.Kind] {
    do throws(IncidentLogError) {
      _ = try IncidentLog(bytes, zone: .utc)
      return []
    } catch {
      return error.flaws.map(\.kind)
    }
  }

  @Test("a million columns")
  func columns() {
    let header = Array(String(repeating: "c,", count: 1_000_000).utf8)
    #expect(kinds(header) == [.tooManyColumns(1_000_001)])
    let row = Array("start,end\n".utf8) + [UInt8](repeating: UInt8(ascii: ","), count: 1_000_000)
    #expect(kinds(row + Array("x".utf8)) == [.cellCount(1_000_001, header: 2)])
  }

  @Test("a line of 64 MB, within quotes or not")
  func longLine() {
    let start = Array("start,end\n1740823200,".utf8)
    let long = [UInt8](repeating: UInt8(ascii: "9"), count: 1 << 26)
    let found = kinds(start + long)
    #expect(found == [.time(String(repeating: "9", count: 60) + "…", .unreadable)])
    #expect(kinds(start + Array("\"".utf8) + long) == [.unclosedQuote])
  }

  @Test("NULs and texts that aren't UTF-8")
  func bytes() {
    #expect(kinds([0, 0, 0]) == [.header])
    #expect(kinds([0xFF, 0xFE, 0x73, 0]) == [.utf16])
    let latin = Array("service,start,end\nCaf".utf8) + [0xE9] + Array(",1740823200,\n".utf8)
    #expect(kinds(latin) == [.text("Caf\u{FFFD}")])
    let nul = Array("service,start,end\na\0b,1740823200,\n".utf8)
    #expect(kinds(nul) == [.text("a\u{FFFD}b")])
    let time = Array("start,end\n17408\0,\n".utf8)
    #expect(kinds(time) == [.time("17408\u{FFFD}", .unreadable)])
  }

  @Test("all short texts of the bytes that mean something")
  func shortTexts() {
    let letters = Array("s,;\"\n\r\0 0-:T\u{E9}".utf8)
    let header = Array("start,end,duration,share\n".utf8)
    var text = header
    for first in letters {
      for second in letters {
        for third in letters {
          text.replaceSubrange(header.count..., with: [first, second, third])
          _ = kinds(text)
          _ = kinds([first, second, third])
        }
      }
    }
    #expect(kinds(header) == [])
  }

  @Test("every prefix of a log, and every log with one byte changed, is read or refused")
  func damaged() {
    let log = Array(
      "service,start,end,share\n\"a\"\"b\",2025-03-01T10:00:00.5+01:00,1740830000,5%\n".utf8)
    #expect(kinds(log) == [])
    for count in 0...log.count { _ = kinds(Array(log.prefix(count))) }
    var changed = 0
    for index in log.indices {
      for byte in stride(from: UInt8(0), through: 255, by: 5) {
        var damaged = log
        damaged[index] = byte
        changed += kinds(damaged).isEmpty ? 0 : 1
      }
    }
    #expect(changed > 0)
  }
}
