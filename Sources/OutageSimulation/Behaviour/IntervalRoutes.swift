/// Where the intervals of each component go: to the operands, and to the service, that depend on it.
struct IntervalRoutes: Sendable {
  /// A list of intervals, and the component's number in its network.
  struct Route: Sendable {
    let list: Int32
    let component: Int32
  }

  private var first: [Int32]
  private var routes: [Route]

  /// `components`: for each list those of its network, by their numbers in the whole one.
  init(componentCount: Int, components: [[Int]]) {
    var counts = [Int32](repeating: 0, count: componentCount + 1)
    for component in components.joined() { counts[component + 1] += 1 }
    for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
    var next = counts
    let nowhere = Route(list: -1, component: -1)
    routes = [Route](repeating: nowhere, count: Int(counts.last ?? 0))
    for (list, members) in components.enumerated() {
      for (place, component) in members.enumerated() {
        routes[Int(next[component])] = Route(list: Int32(list), component: Int32(place))
        next[component] += 1
      }
    }
    first = counts
  }

  /// The places of the routes of a component.
  @inline(__always)
  func places(of component: Int32) -> Range<Int> {
    Int(first[Int(component)])..<Int(first[Int(component) + 1])
  }

  @inline(__always)
  subscript(place: Int) -> Route { routes[place] }
}
