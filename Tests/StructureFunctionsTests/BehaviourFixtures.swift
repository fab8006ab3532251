import Quantities
import Topology

@testable import StructureFunctions

/// A component for structures whose times don't matter.
let part = Expression.component(.hundredHours)

/// The network of the last definition, for level 1 or others.
func compiledNetwork(
  families: [DomainFamily] = [], atLeast levels: [Double] = [1], _ definitions: Definition...
) throws -> ComponentNetwork {
  let topology = try Topology(definitions: definitions, families: families)
  return try ComponentNetwork(
    topology, of: definitions[definitions.count - 1].name, atLeast: levels)
}

extension Component {
  /// MTBF 100 h, MTTR 1 h.
  static var hundredHours: Component {
    (try? Component(mtbf: .exponential(mean: .hours(100)), mttr: .exponential(mean: .hours(1))))
      ?? .perfect
  }
}

extension Buffer {
  /// Ten minutes that drain at twice the inflow.
  static let tenMinutes = Buffer(holds: .minutes(10), drain: 2)
}

extension Failover {
  /// Noticed in 30 s.
  static let halfMinute = Failover(detection: .seconds(30))
}

extension GroupBehaviour {
  /// A change of one behaviour.
  static func with(_ change: (inout GroupBehaviour) -> Void) -> GroupBehaviour {
    var result = GroupBehaviour()
    change(&result)
    return result
  }
}

extension Definition {
  /// A definition by an expression.
  init(_ name: String, _ expression: Expression) { self.init(name, .expression(expression)) }

  /// `need` of `count` members.
  init(
    _ name: String, _ need: Int, of count: Int, across: [String] = [],
    _ change: (inout GroupBehaviour) -> Void = { _ in }
  ) {
    self.init(
      name,
      .group(
        Group(
          .members(count), need: need, of: .hundredHours, across: across, behaviour: .with(change)))
    )
  }
}

extension ComponentNetwork {
  /// The names of the components, with what they are within their definition.
  var names: [String] {
    rowOfComponent.map { row in
      rows[row].name + (rows[row].part.map { " \($0)" } ?? "")
    }
  }

  /// Whether a root is up while just these components are down.
  func isUp(_ root: Int, whenDown components: Int...) -> Bool {
    !isDown(root: root, whenDown: components)
  }
}

extension TimedPart.Operand {
  /// The root of not being down.
  var root: Int { roots[downBelow] }
}
