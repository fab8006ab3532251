import Quantities
import Topology

/// Components whose failure together takes the service down, and of which none could be left out.
///
/// Components that are alike are counted: `2 of web` stands for any two of them.
public struct MinimalCutSet: Sendable, Hashable {
  /// A kind of component, and how many of it are down.
  public struct Event: Sendable, Hashable {
    /// The kind.
    public let row: ComponentRow
    /// How many of them.
    public let count: Int
  }

  /// What is down.
  public let events: [Event]

  /// How many components are down in all.
  public var order: Int { events.reduce(0) { $0 + $1.count } }

  /// P(one such choice of components is down): a product of unavailabilities, error one rounding
  /// for each.
  public var probability: Double {
    events.reduce(1) { product, event in
      (0..<event.count).reduce(product) { total, _ in
        total * event.row.component.availability.complement
      }
    }
  }
}

extension StructureFunction {
  /// The minimal cut sets of at most `order` components for the level being at least `threshold`,
  /// fewest components first and likeliest first among equals.
  ///
  /// Cost grows with the number of sets. Throws ``StructureFunctionError/tooManyCutSets(limit:)``
  /// beyond `limit`.
  public func minimalCutSets(
    atLeast threshold: Double, order: Int, limit: Int = 10_000
  ) throws(StructureFunctionError) -> [MinimalCutSet] {
    var compiler = detailedCompiler()
    let root = try compiler.gate(name, atLeast: threshold)
    try compiler.closeForms(below: [root])
    var finder = CutSetFinder(compiler, order: order, limit: limit)
    let cuts = try finder.cuts(of: root)
    let sets = cuts.map { cut in
      MinimalCutSet(
        events: cut.counts.sorted { $0.key < $1.key }.map { atom, count in
          .init(row: compiler.row(compiler.atoms[atom]), count: count)
        })
    }
    return sets.sorted { ($0.order, $1.probability) < ($1.order, $0.probability) }
  }
}
