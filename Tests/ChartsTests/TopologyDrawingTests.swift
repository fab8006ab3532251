import Charts
import Foundation
import Quantities
import Testing
import Topology

@Suite("Topology drawings")
struct TopologyDrawingTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("Golden")
  private static let isRecording = ProcessInfo.processInfo.environment["NINES_RECORD"] == "1"

  @Test("of the shop, in all languages, are as in their files")
  func shop() throws {
    let drawing = try #require(
      TopologyDrawing(SampleCharts.topology(SampleCharts.shop), of: "shop"))
    try compare(drawing.dot, "Shop.dot")
    try compare(drawing.d2, "Shop.d2")
    try compare(drawing.mermaid, "Shop.mmd")
    let picture = SVGRenderer().text(drawing)
    #expect(try XMLCheck.flaws(of: picture) == [])
    try compare(picture, "Shop.svg")
    #expect(drawing.nodes.count == 10)
    #expect(
      drawing.alternative.hasPrefix("10 parts (a system, 5 services, 2 stores, a queue, a part)"))
  }

  @Test("say how each part depends on others")
  func dependencies() throws {
    let drawing = try #require(
      TopologyDrawing(SampleCharts.topology(SampleCharts.shop), of: "shop"))
    let arrows = drawing.edges.map {
      "\(drawing.nodes[$0.from].name) \($0.dependency) \(drawing.nodes[$0.to].name)"
    }
    // By hand, from the text of the shop.
    let expected = [
      "shop needs lb", "shop needs auth", "shop needs catalog", "shop needs order",
      "auth needs sessions", "catalog wants sessions", "order needs orders-db", "order needs auth",
      "order sends pay-queue", "pay-queue sends payment", "order breaker fraud",
    ]
    #expect(Set(arrows) == Set(expected))
    #expect(arrows.count == expected.count)
  }

  @Test("mark alternatives, maintenance and domains")
  func others() throws {
    let text = """
      zones az: 2, mtbf 1y, mttr 1h
      a = 99.9%, mttr 1h
      b = 99%, mttr 1h
      web = service 1 of 2, mtbf 10d, mttr 1h
      s = (a | b) & az.1 & web
      """
      .replacing("web = service 1 of 2", with: "service web: 1 of 2")
    let drawing = try #require(TopologyDrawing(SampleCharts.topology(text), of: "s"))
    let arrows = drawing.edges.map {
      "\(drawing.nodes[$0.from].name) \($0.dependency) \(drawing.nodes[$0.to].name)"
    }
    #expect(
      Set(arrows) == ["s alternative a", "s alternative b", "s needs az.1", "s needs web"])
    #expect(drawing.nodes.first { $0.name == "az.1" }?.kind == .domain)
    #expect(TopologyDrawing(try SampleCharts.topology(text), of: "nobody") == nil)
  }

  @Test("say how many there are, how much each carries, and what is asked of it")
  func sizes() throws {
    let text = """
      service web: 5, capacity 1_500 rps, mtbf 30d, mttr 5min
      lb = 99.99%, mttr 1min, capacity 9k rps
      service auth: 2 of 3, mtbf 30d, mttr 5min
      system shop = lb & web & auth & 2 of 3 99.5%, demand 6k rps
      """
    let drawing = try #require(TopologyDrawing(SampleCharts.topology(text), of: "shop"))
    let details = Dictionary(uniqueKeysWithValues: drawing.nodes.map { ($0.name, $0.details) })
    #expect(details["web"]?.first == "5 x 1500 rps")
    #expect(details["auth"]?.first == "3 x, 2 needed")
    #expect(details["lb"] == ["99.99%", "capacity 9000 rps"])
    #expect(details["shop"] == ["and 3 parts of its own", "demand 6000 rps"])
  }

  @Test("tell what adds, by capacity or by share, from alternatives")
  func sums() throws {
    let text = """
      small = 99.9%, mttr 1h, capacity 20 rps
      big = 99%, mttr 1h, capacity 100 rps
      pool = small + big, demand 90 rps
      browse = 99.9%
      pay = 99%
      spare = 99%
      shop = 80% * browse + 20% * (pay | spare)
      system all = pool & shop
      """
    let drawing = try #require(TopologyDrawing(SampleCharts.topology(text), of: "all"))
    let arrows = drawing.edges.map {
      "\(drawing.nodes[$0.from].name) \($0.dependency) \(drawing.nodes[$0.to].name) \($0.label)"
    }
    #expect(
      Set(arrows) == [
        "all needs pool ", "all needs shop ", "pool adds small adds", "pool adds big adds",
        "shop adds browse adds 80%", "shop alternative pay ", "shop alternative spare ",
      ])
    #expect(drawing.mermaid.contains("--o|\"adds 80%\"|"))
    #expect(drawing.dot.contains("[arrowhead=odiamond, label=\"adds 80%\"]"))
  }

  @Test("with many dependencies each are drawn in fewer boxes, so that arrows can be followed")
  func crowded() throws {
    // Each service needs four of the forty before it.
    let services = (0..<120).map { number in
      let needs = Set([1, 7, 18, 39].map { number - $0 }.filter { $0 >= 0 }).sorted()
        .map { "s\($0)" }.joined(separator: " & ")
      return "service s\(number): 2 of 3, mtbf 30d, mttr 5min"
        + (needs.isEmpty ? "" : ", needs \(needs)")
    }
    let text = services.joined(separator: "\n") + "\nsystem all = s119 & s118 & s117\n"
    let topology = try SampleCharts.topology(text)
    for limit in [20, 40, 60, 100] {
      let drawing = try #require(TopologyDrawing(topology, of: "all", limit: limit))
      #expect(drawing.nodes.count <= limit && drawing.nodes.map(\.parts).reduce(0, +) == 121)
      #expect(drawing.edges.count <= 2 * limit)
    }
    let whole = try #require(TopologyDrawing(topology, of: "all", limit: 121))
    #expect(whole.nodes.count == 121)
  }

  @Test("of 500 components stay legible, and keep what was asked about")
  func large() throws {
    let drawing = try #require(
      TopologyDrawing(SampleCharts.topology(SampleCharts.large), of: "all"))
    #expect(drawing.nodes.count <= TopologyDrawing.usualLimit)
    #expect(drawing.nodes.map(\.parts).reduce(0, +) == 511)
    #expect(drawing.nodes.contains { $0.name == "all" && $0.parts == 1 })
    #expect(drawing.nodes.contains { $0.name.contains(" more") })
    #expect(drawing.edges.count < 400)
    #expect(drawing.edges.allSatisfy { $0.from != $0.to })
    try compare(drawing.dot, "Large.dot")
    try compare(SVGRenderer().text(drawing), "Large.svg")
  }

  @Test("escape odd names")
  func oddNames() throws {
    let name = "a\"b\\c<d>&#$`\u{1B}\n"
    let component = try Component(availability: try Probability(value: 0.9, complement: 0.1))
    let topology = try Topology(definitions: [Definition(name, .expression(.component(component)))])
    let drawing = try #require(TopologyDrawing(topology, of: name))
    #expect(drawing.dot.contains(#"n1 [label="a\"b\\c<d>&#$`"# + "\u{FFFD}"))
    #expect(drawing.d2.contains(#"n1: "a\"b\\c<d>&#\$`"# + "\u{FFFD}"))
    #expect(drawing.mermaid.contains("n1[\"a#quot;b\\c#lt;d#gt;#amp;#35;$#96;\u{FFFD}"))
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = Self.folder.appendingPathComponent(name)
    if Self.isRecording { try text.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == text, "\(name)")
  }
}
