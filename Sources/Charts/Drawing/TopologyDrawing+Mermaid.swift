import TerminalText

extension TopologyDrawing {
  /// The drawing as a flowchart of Mermaid, which many pages of Markdown draw. Cost: linear.
  public var mermaid: String {
    var lines = ["flowchart LR"]
    lines += nodes.indices.filter { nodes[$0].cluster == nil }.map { "  " + mermaidNode($0) }
    for (number, cluster) in clusters.enumerated() {
      lines.append("  subgraph c\(number + 1)[\(Self.quotedForMermaid(cluster.name))]")
      lines += nodes.indices.filter { nodes[$0].cluster == number }.map {
        "    " + mermaidNode($0)
      }
      lines.append("  end")
    }
    lines += edges.map { "  " + mermaidEdge($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func mermaidNode(_ number: Int) -> String {
    let node = nodes[number]
    let label = Self.quotedForMermaid(([node.name] + node.details).joined(separator: "\n"))
    let shape =
      switch node.kind {
      case .system: "([\(label)])"
      case .store: "[(\(label))]"
      case .queue: "[[\(label)]]"
      case .schedule: ">\(label)]"
      case .domain: "{{\(label)}}"
      case .service, .part: "[\(label)]"
      }
    return "n\(number + 1)\(shape)"
  }

  private func mermaidEdge(_ edge: Edge) -> String {
    let arrow =
      switch edge.dependency {
      case .needs: "-->"
      case .alternative, .adds: "--o"
      case .wants, .breaker: "-.->"
      case .sends: "==>"
      case .takesDown: "-.-x"
      }
    let label = edge.label.isEmpty ? "" : "|\(Self.quotedForMermaid(edge.label))|"
    return "n\(edge.from + 1) \(arrow)\(label) n\(edge.to + 1)"
  }

  private static let entities: [Unicode.Scalar: String] = [
    "#": "#35;", "\"": "#quot;", "&": "#amp;", "<": "#lt;", ">": "#gt;", "`": "#96;",
  ]

  /// A quoted string of Mermaid, with its entity codes for what would end it or be a tag.
  static func quotedForMermaid(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).printable().replacingScalars { entities[$0] }
    }
    return "\"\(lines.joined(separator: "<br/>"))\""
  }
}
