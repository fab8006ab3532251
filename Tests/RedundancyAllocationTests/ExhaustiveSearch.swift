import Quantities
import RedundancyAllocation

/// Every design of a small space, looked at one by one; what the searches must agree with.
struct ExhaustiveSearch {
  typealias Figures = (options: [Int], cost: Double, uses: [Double], unavailability: Double)

  let all: [Figures]

  init(_ space: DesignSpace, _ availability: ([Int]) throws -> Probability) rethrows {
    var designs: [[Int]] = [[]]
    for choice in space.choices {
      designs = designs.flatMap { start in choice.options.indices.map { start + [$0] } }
    }
    all = try designs.map { options in
      let taken = zip(space.choices, options).map { $0.options[$1] }
      return (
        options, taken.reduce(0) { $0 + $1.cost },
        space.resources.indices.map { use in taken.reduce(0) { $0 + $1.uses[use] } },
        try availability(options).complement
      )
    }
  }

  static func isAtMost(_ left: Double, _ right: Double) -> Bool { left <= right * (1 + 1e-12) }

  static func areAtMost(_ left: [Double], _ right: [Double]) -> Bool {
    zip(left, right).allSatisfy { isAtMost($0, $1) }
  }

  static func areEqual(_ left: Double, _ right: Double) -> Bool {
    isAtMost(left, right) && isAtMost(right, left)
  }

  /// The first of those that are least by one number, then by another.
  private func least(
    _ designs: [Figures], _ first: (Figures) -> Double, _ second: (Figures) -> Double
  ) -> Figures? {
    guard let least = designs.map(first).min() else { return nil }
    let tied = designs.filter { Self.isAtMost(first($0), least) }
    guard let next = tied.map(second).min() else { return nil }
    return tied.first { Self.isAtMost(second($0), next) }
  }

  func cheapest(target: Double, uses: [Double]) -> Figures? {
    least(
      all.filter { Self.isAtMost($0.unavailability, target) && Self.areAtMost($0.uses, uses) },
      \.cost, \.unavailability)
  }

  func mostAvailable(cost: Double, uses: [Double]) -> Figures? {
    least(
      all.filter { Self.isAtMost($0.cost, cost) && Self.areAtMost($0.uses, uses) },
      \.unavailability, \.cost)
  }

  /// The undominated pairs of cost and unavailability, cheapest first.
  func front(uses: [Double]) -> [Figures] {
    let sorted = all.filter { Self.areAtMost($0.uses, uses) }.sorted {
      ($0.cost, $0.unavailability) < ($1.cost, $1.unavailability)
    }
    var front: [Figures] = []
    for design in sorted {
      guard let last = front.last else {
        front.append(design)
        continue
      }
      guard !Self.isAtMost(last.unavailability, design.unavailability) else { continue }
      if Self.areEqual(last.cost, design.cost) { front.removeLast() }
      front.append(design)
    }
    return front
  }
}
