import Quantities
import Topology

/// A fleet as a chain of events in time: how many members of each cell are up, how fast the next one
/// fails or is restored, and what all of them deliver.
struct CapacityProcess: Sendable {
  /// Members alike behind the same gates.
  struct Cell: Sendable {
    let members: Int
    let availability: Double
    /// Of a member that is up and of one that is down, an hour.
    let failuresPerHour: Double
    let restorationsPerHour: Double
    /// The gates before it, a range of ``gateNumbers``.
    let gates: Range<Int>
  }

  /// A gate or a pool: a range of cells of which enough must be effective.
  struct Part: Sendable {
    let need: Int
    /// Steps a member; 0 for a gate.
    let capacity: Int
    let cells: Range<Int>
  }

  private(set) var cells: [Cell] = []
  private(set) var gates: [Part] = []
  private(set) var pools: [Part] = []
  private(set) var gateNumbers: [Int] = []

  /// Throws ``ResourceAdequacyError/untimed(_:)`` and ``ResourceAdequacyError/notExponential(_:)``.
  init(_ fleet: CapacityFleet) throws(ResourceAdequacyError) {
    guard fleet.untimed.isEmpty else { throw .untimed(fleet.untimed) }
    for (name, component) in fleet.components where !component.isExponential {
      throw .notExponential(name)
    }
    for gate in fleet.gates {
      guard !gate.isWhole else { throw .notExponential(gate.name) }
      gates.append(Part(need: gate.need, capacity: 0, cells: add(gate.cells)))
    }
    for pool in fleet.pools {
      pools.append(Part(need: pool.need, capacity: pool.capacity, cells: add(pool.cells)))
    }
  }

  private mutating func add(_ added: [CapacityFleet.Cell]) -> Range<Int> {
    let start = cells.count
    for cell in added {
      let first = gateNumbers.count
      gateNumbers += cell.gates
      let availability = cell.component.availability
      let frequency = (cell.component.failureFrequency?.perSecond ?? 0) * 3_600
      cells.append(
        Cell(
          members: cell.members, availability: availability.value,
          failuresPerHour: frequency > 0 ? frequency / availability.value : 0,
          restorationsPerHour: frequency > 0 ? frequency / availability.complement : 0,
          gates: first..<gateNumbers.count))
    }
    return start..<cells.count
  }

  /// What is delivered with so many members up in each cell, in steps. `open` is memory for one flag
  /// a gate. Cost: the number of cells and gates before them.
  func capacity(up: [Int], open: inout [Bool]) -> Int {
    for (number, gate) in gates.enumerated() {
      open[number] = effective(gate, up, open) >= gate.need
    }
    var sum = 0
    for pool in pools {
      let count = effective(pool, up, open)
      if count >= pool.need { sum += count * pool.capacity }
    }
    return sum
  }

  private func effective(_ part: Part, _ up: [Int], _ open: [Bool]) -> Int {
    var count = 0
    for cell in part.cells where isOpen(cells[cell].gates, open) { count += up[cell] }
    return count
  }

  private func isOpen(_ range: Range<Int>, _ open: [Bool]) -> Bool {
    for place in range where !open[gateNumbers[place]] { return false }
    return true
  }
}

extension Component {
  /// Without memory: what is down or up for so long says nothing about the rest.
  fileprivate var isExponential: Bool {
    if availability.value == 0 || availability.complement == 0 { return true }
    guard case .exponential = uptime, case .exponential = restoration else { return false }
    return true
  }
}
