/// Draws boxes together until few enough are left to be read.
struct DrawingGroups {
  private let whole: DrawingBuilder
  /// The names that stay alone.
  private let kept: Set<String>
  /// For each node what it is drawn with.
  private var groupOfNode: [Int]
  /// For each node how many arrows it is away from the first ones, and the one that it is reached from.
  private var depth: [Int] = []
  private var dependent: [Int] = []

  init(_ whole: DrawingBuilder, kept: Set<String>) {
    self.whole = whole
    self.kept = kept
    groupOfNode = Array(whole.nodes.indices)
    walk()
  }

  private mutating func walk() {
    var targets = [[Int]](repeating: [], count: whole.nodes.count)
    for edge in whole.edges { targets[edge.from].append(edge.to) }
    depth = [Int](repeating: -1, count: whole.nodes.count)
    dependent = depth
    let needed = Set(whole.edges.map(\.to))
    var waiting = whole.nodes.indices.filter { !needed.contains($0) }
    for node in waiting { depth[node] = 0 }
    var next = 0
    while next < waiting.count {
      let node = waiting[next]
      next += 1
      for target in targets[node] where depth[target] < 0 {
        depth[target] = depth[node] + 1
        dependent[target] = node
        waiting.append(target)
      }
    }
  }

  /// First boxes of one kind and domain with the same neighbours, then with the same first dependent, then
  /// at the same depth, then anywhere, at last those of one kind; of each the groups of about the largest size first.
  mutating func reduce(to limit: Int) {
    let neighbours = self.neighbours
    let nodes = whole.nodes
    let (depth, dependent) = (depth, dependent)
    let keys: [(Int) -> String] = [
      { "\(nodes[$0].kind) \(nodes[$0].cluster ?? -1) \(neighbours[$0])" },
      { "\(nodes[$0].kind) \(nodes[$0].cluster ?? -1) \(dependent[$0])" },
      { "\(nodes[$0].kind) \(nodes[$0].cluster ?? -1) \(depth[$0])" },
      { "\(nodes[$0].kind) \(nodes[$0].cluster ?? -1)" }, { "\(nodes[$0].kind)" },
    ]
    for (number, key) in keys.enumerated() { join(by: key, limit, isWhole: number < 3) }
  }

  /// For each node its arrows, in an order of their own.
  private var neighbours: [String] {
    var texts = [[String]](repeating: [], count: whole.nodes.count)
    for edge in whole.edges {
      texts[edge.from].append(">\(edge.to) \(edge.dependency)")
      texts[edge.to].append("<\(edge.from) \(edge.dependency)")
    }
    return texts.map { $0.sorted().joined(separator: ",") }
  }

  /// Joins groups as wholes, so that like parts look alike, or where they have little in common no more
  /// boxes than has to be.
  private mutating func join(by key: (Int) -> String, _ limit: Int, isWhole: Bool) {
    var count = Set(groupOfNode).count
    guard count > limit else { return }
    let free = whole.nodes.indices.filter { !kept.contains(whole.nodes[$0].name) }
    let groups = Dictionary(grouping: free, by: key).values.filter { $0.count > 1 }
      .sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
    var least = groups.map(\.count).max() ?? 1
    var done = Int.max
    // Groups of about one size share their fate.
    while least > 1, count > limit {
      least = max(2, least / 2)
      for group in groups where group.count >= least && group.count < done {
        count -= join(isWhole ? group : last(count - limit + 1, of: group))
        if !isWhole, count <= limit { return }
      }
      done = least
      if least == 2 { return }
    }
  }

  /// The nodes of a group from the end on that make up so many boxes, two at least.
  private func last(_ boxes: Int, of group: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return Array(
      group.reversed().prefix { node in
        seen.insert(groupOfNode[node])
        return seen.count <= max(2, boxes)
      })
  }

  /// Draws some nodes as one, with all that they are drawn with already; returns how many fewer there are.
  private mutating func join(_ group: [Int]) -> Int {
    let joined = Set(group.map { groupOfNode[$0] })
    guard joined.count > 1, let first = joined.min() else { return 0 }
    for node in groupOfNode.indices where joined.contains(groupOfNode[node]) {
      groupOfNode[node] = first
    }
    return joined.count - 1
  }

  // MARK: Result

  /// What is drawn.
  typealias Result = (
    nodes: [TopologyDrawing.Node], clusters: [TopologyDrawing.Cluster],
    edges: [TopologyDrawing.Edge]
  )

  /// What is left, without clusters that lost their boxes.
  var result: Result {
    let firsts = Array(Set(groupOfNode)).sorted()
    let place = Dictionary(uniqueKeysWithValues: firsts.enumerated().map { ($1, $0) })
    let members = Dictionary(grouping: groupOfNode.indices) { groupOfNode[$0] }
    var nodes = firsts.map { node(members[$0] ?? [$0]) }
    let used = Set(nodes.compactMap(\.cluster)).sorted()
    nodes = nodes.map { node in node.moved(to: node.cluster.flatMap { used.firstIndex(of: $0) }) }
    return (nodes, used.map { whole.clusters[$0] }, edges(between: nodes, place))
  }

  /// Arrows of one kind between the same boxes are one; within a box of several parts there are none.
  private func edges(
    between nodes: [TopologyDrawing.Node], _ place: [Int: Int]
  ) -> [TopologyDrawing.Edge] {
    var known: Set<TopologyDrawing.Edge> = []
    return whole.edges.compactMap { edge in
      guard let from = place[groupOfNode[edge.from]], let to = place[groupOfNode[edge.to]] else {
        return nil
      }
      let isWhole = nodes[from].parts == 1 && nodes[to].parts == 1
      guard from != to || isWhole else { return nil }
      let drawn = TopologyDrawing.Edge(
        from: from, to: to, dependency: edge.dependency, label: isWhole ? edge.label : "")
      return known.insert(drawn).inserted ? drawn : nil
    }
  }

  /// One box for some nodes: `web-1, web-2 + 437 more`.
  private func node(_ members: [Int]) -> TopologyDrawing.Node {
    let nodes = members.map { whole.nodes[$0] }
    guard nodes.count > 1 else { return nodes[0] }
    let shown = nodes.prefix(nodes.count == 3 ? 3 : 2).map(\.name).joined(separator: ", ")
    let more = nodes.count > 3 ? " + \(nodes.count - 2) more" : ""
    let clusters = Set(nodes.map(\.cluster))
    return TopologyDrawing.Node(
      name: shown + more, details: ["\(nodes.count) \(nodes[0].kind.rawValue)s"],
      kind: nodes[0].kind, cluster: clusters.count == 1 ? nodes[0].cluster : nil,
      parts: nodes.count)
  }
}

extension TopologyDrawing.Node {
  fileprivate func moved(to cluster: Int?) -> Self {
    Self(name: name, details: details, kind: kind, cluster: cluster, parts: parts)
  }
}
