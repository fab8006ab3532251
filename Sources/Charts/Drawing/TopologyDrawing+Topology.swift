import Topology

extension TopologyDrawing {
  /// More boxes than this are drawn together.
  public static let usualLimit = 60

  /// No limit is lower.
  static let leastLimit = 12

  /// All that `name` depends on; without a name the systems, or what nothing else uses. Of more than
  /// `limit` boxes, 12 or more, those that are alike are drawn as one, most alike first; and more of
  /// them where that many boxes would have more than two arrows each, which no eye can follow.
  ///
  /// Nil for a name that is no definition. Cost: some microseconds a part.
  public init?(_ topology: Topology, of name: String? = nil, limit: Int = usualLimit) {
    if let name, topology.definition(named: name) == nil { return nil }
    let names = name.map { [$0] } ?? topology.subjects
    let whole = DrawingBuilder(topology, names: names)
    let drawn = Self.grouped(whole, kept: Set(names), limit: max(Self.leastLimit, limit))
    title = "What does \(names.joined(separator: ", ")) depend on?"
    alternative = Self.sentence(whole.nodes, drawn.nodes, whole.edges)
    nodes = drawn.nodes
    clusters = drawn.clusters
    edges = drawn.edges
  }

  private static func grouped(
    _ whole: DrawingBuilder, kept: Set<String>, limit: Int
  ) -> DrawingGroups.Result {
    var boxes = limit
    while true {
      var grouping = DrawingGroups(whole, kept: kept)
      grouping.reduce(to: boxes)
      let drawn = grouping.result
      let isGrouped = drawn.nodes.count < whole.nodes.count
      guard isGrouped, boxes > leastLimit, drawn.edges.count > 2 * boxes else { return drawn }
      boxes = max(leastLimit, boxes * 3 / 4)
    }
  }

  private static func sentence(_ all: [Node], _ drawn: [Node], _ edges: [Edge]) -> String {
    let kinds = Kind.allCases.compactMap { kind -> String? in
      let count = all.count { $0.kind == kind }
      return count == 0 ? nil : count == 1 ? "a \(kind.rawValue)" : "\(count) \(kind.plural)"
    }
    let together = all.count > drawn.count ? ", drawn as \(drawn.count) boxes" : ""
    return
      "\(all.count == 1 ? "One part" : "\(all.count) parts") (\(kinds.joined(separator: ", ")))"
      + "\(together), "
      + (edges.count == 1
        ? "with one dependency between them." : "with \(edges.count) dependencies between them.")
  }
}

extension TopologyDrawing.Kind {
  fileprivate var plural: String { rawValue + "s" }
}
