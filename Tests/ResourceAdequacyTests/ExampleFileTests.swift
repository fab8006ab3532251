import Quantities
import ResourceAdequacy
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@Suite("Examples of loads")
struct ExampleFileTests {
  @Test("the file of the reliability test system holds its exact loads")
  func loads() throws {
    let text = try #require(Self.text(ofExample: "rts79-load.csv"))
    let profile = try DemandProfile(csv: text, unit: "MW")
    #expect(profile == (try DemandProfile(ReliabilityTestSystem.loads, unit: "MW")))
  }

  private static func text(ofExample name: String) -> String? {
    let folder = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    guard let file = fopen("/\(folder)/Examples/\(name)", "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += chunk[..<count]
    }
  }
}
