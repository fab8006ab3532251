import TerminalText

extension TopologyDrawing {
  /// The drawing in D2's language. Cost: linear.
  public var d2: String {
    var lines = ["direction: right"]
    lines += nodes.indices.filter { nodes[$0].cluster == nil }.map { d2Node($0) }
    for (number, cluster) in clusters.enumerated() {
      lines.append("c\(number + 1): \(Self.quotedForD2(cluster.name)) {")
      lines += nodes.indices.filter { nodes[$0].cluster == number }.map { "  " + d2Node($0) }
      lines.append("}")
    }
    lines += edges.map { d2Edge($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func d2Node(_ number: Int) -> String {
    let node = nodes[number]
    let label = Self.quotedForD2(([node.name] + node.details).joined(separator: "\n"))
    let shape =
      switch node.kind {
      case .system: "style.stroke-width: 4"
      case .store: "shape: cylinder"
      case .queue: "shape: queue"
      case .schedule: "shape: page"
      case .domain: "shape: package"
      case .service, .part: "shape: rectangle"
      }
    return "n\(number + 1): \(label) { \(shape) }"
  }

  /// A node within a cluster is known by both.
  private func path(_ number: Int) -> String {
    (nodes[number].cluster.map { "c\($0 + 1)." } ?? "") + "n\(number + 1)"
  }

  private func d2Edge(_ edge: Edge) -> String {
    let style: String? =
      switch edge.dependency {
      case .needs: nil
      case .alternative: "target-arrowhead.style.filled: false"
      case .adds: "target-arrowhead: { shape: diamond; style.filled: false }"
      case .wants: "style.stroke-dash: 5"
      case .sends: "style.stroke-width: 4"
      case .breaker: "style.stroke-dash: 2"
      case .takesDown: "style.stroke-dash: 8"
      }
    let label = edge.label.isEmpty ? "" : " \(Self.quotedForD2(edge.label))"
    let rest = label + (style.map { " { \($0) }" } ?? "")
    return "\(path(edge.from)) -> \(path(edge.to))" + (rest.isEmpty ? "" : ":\(rest)")
  }

  /// A quoted string of D2, in which `$` begins a substitution.
  static func quotedForD2(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line).printable().replacingScalars {
        ["\\", "\"", "$"].contains($0) ? "\\\($0)" : nil
      }
    }
    return "\"\(lines.joined(separator: "\\n"))\""
  }
}
