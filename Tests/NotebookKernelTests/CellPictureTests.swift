import Evaluation
import Nines
import Testing

@testable import nines_kernel

/// Pictures in the forms of a notebook's page.
@Suite struct CellPictureTests {
  /// A chart whose words have every sign that an address or an attribute must not hold.
  private let chart = Chart(
    title: "How long is \"a & b\" down?", subtitle: "50% of é 😀", alternative: "5 < 6 & \"7\"",
    horizontal: ChartAxis("minutes", .linear, 0...1, ticks: []), content: .rows([]))

  @Test func theAddressHoldsTheSVG() throws {
    let picture = try #require(CellPicture(.chart(chart), identifier: "a"))
    let source = picture.html.split(separator: "\"")[3]
    let comma = try #require(source.firstIndex(of: ","))
    #expect(decoded(source[source.index(after: comma)...]) == picture.svg)
    #expect(picture.svg.contains("😀"))
  }

  @Test func theImageIsDescribed() throws {
    let html = try #require(CellPicture(.chart(chart), identifier: "a")).html
    #expect(html.hasPrefix("<p><img alt=\"5 &lt; 6 &amp; &quot;7&quot;\" src=\"data:image/svg"))
    #expect(html.filter { $0 == "\"" }.count == 4)
    #expect(html.filter { $0 == "<" || $0 == ">" }.count == 6)
  }

  @Test func twoPicturesHaveNamesOfTheirOwn() throws {
    let picture = try #require(CellPicture(.chart(chart), identifier: "cell-1-1"))
    #expect(picture.svg.contains("id=\"cell-1-1-title\""))
  }

  @Test func aDrawingHasNoSpecification() throws {
    let program = try Checker.check(SourceText("db = 99%; s = db & 99.9%"))
    let drawing = try #require(TopologyDrawing(program.topology, of: "s"))
    let picture = try #require(CellPicture(.drawing(drawing), identifier: "a"))
    #expect(picture.svg.contains("What does s depend on?"))
    #expect(picture.vegaLite == nil && picture.text(width: 80) == nil)
    #expect(CellPicture(.none("no downtime"), identifier: "a") == nil)
  }

  /// The text of a percent-encoded address (RFC 3986, 2.1).
  private func decoded(_ address: Substring) -> String {
    var (bytes, rest) = ([UInt8](), address.utf8[...])
    while let first = rest.popFirst() {
      guard first == UInt8(ascii: "%") else {
        bytes.append(first)
        continue
      }
      bytes.append(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) ?? 0)
      rest = rest.dropFirst(2)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
