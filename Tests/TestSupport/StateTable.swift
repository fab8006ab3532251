/// The level of a thing in every state of its elementary components.
///
/// Bit i of a state's number is set while component i is up. Parts are worked out one after another,
/// each for all states.
struct StateTable {
  /// The levels, one a state.
  let levels: [Double]

  init(_ unfolding: Unfolding) {
    let states = 1 << unfolding.components.count
    var columns: [[Double]] = []
    for part in unfolding.parts { columns.append(Self.column(part, columns, states)) }
    levels = columns.last ?? []
  }

  private static func column(
    _ part: Unfolding.Part, _ columns: [[Double]], _ states: Int
  ) -> [Double] {
    switch part {
    case .elementary(let bit): (0..<states).map { Double($0 >> bit & 1) }
    case .constant(let level): Array(repeating: level, count: states)
    case .smallest(let parts): fold(parts.map { columns[$0] }) { min($0, $1) }
    case .largest(let parts): fold(parts.map { columns[$0] }) { max($0, $1) }
    case .ranked(let rank, let parts): ranked(rank, parts.map { columns[$0] }, states)
    case .weighted(let terms): weighted(terms.map { ($0.weight, columns[$0.part]) }, states)
    case .sum(let parts): weighted(parts.map { (1, columns[$0]) }, states)
    case .scaled(let part, let factor): columns[part].map { $0 * factor }
    case .flow(let part, let demand):
      columns[part].map { $0 > 1 - 1e-9 ? .infinity : $0 * demand }
    case .share(let part, let demand): columns[part].map { min(1, $0 / demand) }
    }
  }

  private static func fold(
    _ operands: [[Double]], _ combine: (Double, Double) -> Double
  ) -> [Double] {
    guard var result = operands.first else { return [] }
    for operand in operands.dropFirst() {
      for state in result.indices { result[state] = combine(result[state], operand[state]) }
    }
    return result
  }

  private static func ranked(_ rank: Int, _ operands: [[Double]], _ states: Int) -> [Double] {
    var members = Array(repeating: 0.0, count: operands.count)
    return (0..<states).map { state in
      for place in operands.indices { members[place] = operands[place][state] }
      members.sort(by: >)
      return members[rank - 1]
    }
  }

  private static func weighted(_ terms: [(Double, [Double])], _ states: Int) -> [Double] {
    var result = Array(repeating: 0.0, count: states)
    for (weight, levels) in terms {
      for state in result.indices { result[state] += weight * levels[state] }
    }
    return result
  }
}
