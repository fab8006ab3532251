import Quantities
import StructureFunctions
import Topology

/// All states of a small network's components.
struct NetworkEnumeration {
  let network: ComponentNetwork
  /// For each state, bit i set while component i is down, whether the root is down.
  let isDown: [Bool]

  init(_ network: ComponentNetwork, root: Int = 0) {
    self.network = network
    isDown = (0..<(1 << network.componentCount)).map { state in
      network.isDown(
        root: root, whenDown: (0..<network.componentCount).filter { state >> $0 & 1 == 1 })
    }
  }

  private func component(_ number: Int) -> Component {
    network.rows[network.rowOfComponent[number]].component
  }

  /// P(just the components of the state are down), of all but one component.
  func probability(_ state: Int, without left: Int? = nil) -> Double {
    var product = 1.0
    for number in 0..<network.componentCount where number != left {
      let availability = component(number).availability
      product *= state >> number & 1 == 1 ? availability.complement : availability.value
    }
    return product
  }

  /// P(the root is down).
  var unavailability: Double {
    isDown.indices.reduce(0) { isDown[$1] ? $0 + probability($1) : $0 }
  }

  /// For each component the states, itself up, in which the root is up but not without it.
  func criticalStates(of number: Int) -> [Int] {
    isDown.indices.filter { state in
      state >> number & 1 == 0 && !isDown[state] && isDown[state | 1 << number]
    }
  }

  /// Failures of a component per second.
  func failureFrequency(_ number: Int) -> Double {
    component(number).failureFrequency?.perSecond ?? .nan
  }

  /// Failures of the root per second.
  var frequency: Double {
    (0..<network.componentCount).reduce(0) { sum, number in
      sum
        + criticalStates(of: number).reduce(0) {
          $0 + failureFrequency(number) * probability($1, without: number)
        }
    }
  }
}
