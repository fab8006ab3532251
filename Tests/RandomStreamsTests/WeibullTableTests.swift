import Foundation
import Testing

@testable import RandomStreams

@Suite("Weibull values by a table")
struct WeibullTableTests {
  private static let shapes = [0.5, 0.75, 1, 1.5, 2.5, 10, 400, 1e6]
  private static let count = 1_000_000

  private struct NoTable: Error {}

  private static func table(_ shape: Double) throws -> WeibullTable {
    guard let table = WeibullTable(shape: shape) else { throw NoTable() }
    return table
  }

  private static func sample(
    _ table: borrowing WeibullTable, count: Int = count, level: VectorLevel = .best
  ) -> [Double] {
    var stream = RandomStream(seed: 20_261_124, block: 7, purpose: 3, level: level)
    var values = [Double](repeating: 0, count: count)
    values.withUnsafeMutableBufferPointer { stream.fill($0, with: table) }
    return values
  }

  @Test("every level gives the bits of the Swift reference", arguments: [0.5, 1.5, 400])
  func levels(shape: Double) throws {
    let table = try Self.table(shape)
    var reference = ReferenceStream(seed: 20_261_124, block: 7, purpose: 3)
    var expected: [UInt64] = []
    for _ in 0..<Self.count / 8 {
      let eight = reference.next(table)
      for lane in 0..<8 { expected.append(eight[lane].bitPattern) }
    }
    for level in VectorLevel.allCases where level <= .best {
      let found = Self.sample(table, level: level).map(\.bitPattern)
      #expect(found == expected, "\(level)")
    }
  }

  // Of these, 4e-15 are the table's and 2e-15 those of the law's own kernel at a shape of 0.5.
  private static let tolerance = 6e-15

  @Test("the values of the law but for the errors of both", arguments: shapes)
  func differences(shape: Double) throws {
    let table = try Self.table(shape)
    let law = RandomStreamsTests.sample(.weibull(shape: shape), count: Self.count)
    let worst = zip(Self.sample(table), law).reduce(0) { max($0, abs($1.0 / $1.1 - 1)) }
    #expect(worst < Self.tolerance)
  }

  @Test("both edges of every strip, and what lies beyond the table", arguments: shapes)
  func edges(shape: Double) throws {
    let table = try Self.table(shape)
    for word in Self.wordsAtEdges {
      let law = try #require(Variate.weibull(shape: shape).value(ofWord: word))
      let found = table.value(ofWord: word)
      #expect(abs(found / law - 1) < Self.tolerance, "\(word)")
    }
  }

  /// Words on both sides of every edge: strips of u and strips of 1 - u.
  private static let wordsAtEdges: [UInt64] = (-20 ... -2).flatMap { exponent in
    (0..<16).flatMap { strip in
      let t = (1 + Double(strip) / 16) * Double(sign: .plus, exponent: exponent, significand: 1)
      let edge = UInt64(t * 0x1p52) << 12
      return [edge, edge &- 0x1000, ~edge, ~edge &+ 0x1000]
    }
  }

  #if arch(x86_64) && os(Linux)
    @Test("values within 4e-15 of the extended precision of the C library", arguments: shapes)
    func exact(shape: Double) throws {
      let table = try Self.table(shape)
      for word in words(count: 200_000) + Self.wordsAtEdges {
        let u = Float80(Variate.openUniform(word))
        let exact = Foundation.exp(Foundation.log(-Foundation.log(u)) / Float80(shape))
        let found = Float80(table.value(ofWord: word))
        #expect((found / exact - 1).magnitude < 4e-15)
      }
    }
  #endif

  @Test("neighbouring words are in order but for 2 ulp", arguments: shapes)
  func monotone(shape: Double) throws {
    let table = try Self.table(shape)
    for word in words(count: 20_000) + Self.wordsAtEdges where word < .max - 0x1000 {
      let value = table.value(ofWord: word)
      let next = table.value(ofWord: word + 0x1000)
      #expect(next <= value + 2 * value.ulp)
    }
  }

  @Test("steep laws have no table", arguments: [0, 0.01, 0.49, 1.1e6, .nan, .infinity])
  func refused(shape: Double) {
    #expect(throws: NoTable.self) { _ = try Self.table(shape) }
  }

  @Test("a buffer draws from the table, one value at a time or all that are ahead")
  func buffer() throws {
    let table = try Self.table(1.5)
    var buffer = try VariateBuffer(
      .weibull(shape: 1.5), seed: 20_261_124, block: 7, purpose: 3)
    var found: [Double] = []
    while found.count < 1000 {
      found.append(buffer.next())
      let taken = buffer.ahead().prefix(10)
      found += taken
      buffer.drop(taken.count)
    }
    let expected = Self.sample(table, count: 1 << 11)
    #expect(found == Array(expected.prefix(found.count)))
  }
}
