import Reports

extension TopologyDrawing {
  /// The boxes as a table: what each stands for, what is said of it, and what it depends on. Cost:
  /// linear.
  public var report: Report {
    let columns = ["part", "is", "with", "depends on"].map {
      Report.Table.Column($0, isLeft: true)
    }
    let arrows = Dictionary(grouping: edges, by: \.from)
    let rows = nodes.indices.map { number in
      let node = nodes[number]
      return [
        node.name, "a \(node.kind.rawValue)", words(node),
        (arrows[number] ?? []).map(words).joined(separator: ", "),
      ]
    }
    return Report([.heading(title), .table(Report.Table(columns, rows))])
  }

  private func words(_ node: Node) -> String {
    (node.details + (node.cluster.map { [clusters[$0].name] } ?? [])).joined(separator: ", ")
  }

  private func words(_ edge: Edge) -> String {
    let name = nodes[edge.to].name
    switch edge.dependency {
    case .needs: return name
    case .alternative: return "\(name) (one of several)"
    case .adds, .wants:
      return "\(name) (\(edge.label.isEmpty ? edge.dependency.rawValue : edge.label))"
    case .sends: return "\(name) (sends)"
    case .breaker: return "\(name) (behind a breaker)"
    case .takesDown: return "\(name) (takes down)"
    }
  }
}
