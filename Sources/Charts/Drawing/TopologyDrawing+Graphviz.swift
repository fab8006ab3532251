import TerminalText

extension TopologyDrawing {
  /// The drawing in the language of Graphviz, for `dot -Tsvg`. Cost: linear.
  public var dot: String {
    var lines = [
      "digraph topology {",
      "  graph [rankdir=LR, newrank=true, fontname=\"sans-serif\", bgcolor=transparent, nodesep=0.25];",
      "  label=\(Self.quotedForDot(graphvizTitle, ending: "\\l")); labelloc=t; labeljust=l;",
      "  node [shape=box, style=\"rounded,filled\", fillcolor=\"\(GraphvizColours.box)\", "
        + "color=\"\(GraphvizColours.line)\", fontname=\"sans-serif\", fontsize=12];",
      "  edge [color=\"\(GraphvizColours.line)\", fontname=\"sans-serif\", fontsize=10];",
    ]
    lines += nodes.indices.filter { nodes[$0].cluster == nil }.map { "  " + dotNode($0) }
    for (number, cluster) in clusters.enumerated() {
      lines.append("  subgraph cluster_\(number + 1) {")
      lines.append(
        "    label=\(Self.quotedForDot(cluster.name)); labeljust=c; style=dashed; "
          + "color=\"\(GraphvizColours.frame)\";")
      lines += nodes.indices.filter { nodes[$0].cluster == number }.map { "    " + dotNode($0) }
      lines.append("  }")
    }
    lines += edges.map { "  " + dotEdge($0) }
    return (lines + ["}"]).map { $0 + "\n" }.joined()
  }

  private var graphvizTitle: String {
    let legend = legend(takesDown: "dashed with a bar")
    return legend.isEmpty ? title : "\(title)\n\(legend)"
  }

  private func dotNode(_ number: Int) -> String {
    let node = nodes[number]
    let label = Self.quotedForDot(([node.name] + node.details).joined(separator: "\n"))
    let shape: String? =
      switch node.kind {
      case .system: "penwidth=2"
      case .store: "shape=cylinder"
      case .queue: "peripheries=2"
      case .schedule: "shape=note"
      case .domain: "shape=component"
      case .service, .part: nil
      }
    return "n\(number + 1) [label=\(label)\(shape.map { ", style=filled, \($0)" } ?? "")];"
  }

  private func dotEdge(_ edge: Edge) -> String {
    let style: String? =
      switch edge.dependency {
      case .needs: nil
      case .alternative: "arrowhead=empty"
      case .adds: "arrowhead=odiamond"
      case .wants: "style=dashed"
      case .sends: "style=bold"
      case .breaker: "style=dotted"
      case .takesDown: "style=dashed, arrowhead=tee"
      }
    let label = edge.label.isEmpty ? nil : "label=\(Self.quotedForDot(edge.label))"
    let attributes = [style, label].compactMap(\.self)
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    return "n\(edge.from + 1) -> n\(edge.to + 1)\(list);"
  }

  /// A quoted string of Graphviz. Lines end by `\n`, which centres them, or by `\l`, which doesn't;
  /// control characters are none.
  static func quotedForDot(_ text: String, ending: String = "") -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).printable().replacingScalars { ["\\", "\""].contains($0) ? "\\\($0)" : nil }
    }
    return "\"\(lines.joined(separator: ending.isEmpty ? "\\n" : ending))\(ending)\""
  }
}
