import Nines

/// Parts in a row, each of two components in series with a third beside them; every component has an
/// up time and a restoration of its own that lie in ranges.
enum UncertainRow {
  static func topology(components: Int) throws -> UncertainTopology {
    try UncertainTopology { draw in
      var parts: [Expression] = []
      for number in stride(from: 0, to: components, by: 3) {
        let first = try component(number, &draw)
        let second = try component(number + 1, &draw)
        parts.append(.any([.all([first, second]), try component(number + 2, &draw)]))
      }
      return try Topology(definitions: [Definition("row", .expression(.all(parts)))])
    }
  }

  private static func component(_ number: Int, _ draw: inout InputDraw) throws -> Expression {
    let up = try draw.duration("\(number).mtbf", from: .days(20), to: .days(45))
    let down = try draw.duration("\(number).mttr", from: .minutes(2), to: .minutes(20))
    return .component(
      try Component(mtbf: .exponential(mean: up), mttr: .exponential(mean: down)))
  }
}
