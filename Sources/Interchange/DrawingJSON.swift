import Charts

/// Drawings of topologies as JSON.
extension JSONValue {
  /// `"kind":"topology"`, with the parts in order and what each depends on.
  public init(_ drawing: TopologyDrawing, of name: String) {
    let arrows = Dictionary(grouping: drawing.edges, by: \.from)
    self = .object(
      Self.head("topology", name)
        + Self.keyed([
          "parts": .array(
            drawing.nodes.indices.map { Self.part($0, of: drawing, arrows[$0] ?? []) })
        ]))
  }

  private static func part(
    _ number: Int, of drawing: TopologyDrawing, _ arrows: [TopologyDrawing.Edge]
  ) -> JSONValue {
    let node = drawing.nodes[number]
    return .object(
      keyed([
        "name": .string(node.name), "role": .string(node.kind.rawValue),
        "stands_for": .integer(node.parts),
        "where": node.cluster.map { .string(drawing.clusters[$0].name) } ?? .null,
        "details": .array(node.details.map { .string($0) }),
        "depends_on": .array(
          arrows.map { arrow in
            .object(
              keyed([
                "name": .string(drawing.nodes[arrow.to].name),
                "how": .string(arrow.dependency.rawValue),
              ]))
          }),
      ]))
  }
}
