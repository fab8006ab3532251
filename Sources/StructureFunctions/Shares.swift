import Quantities
import Topology

extension Component {
  /// The share of a demand that it carries while it is up, at most 1; shares that miss 1 by less than
  /// the tolerance are 1, so that 12 × 1,000 rps carry 12k rps.
  func share(of demand: Rate?) -> Double {
    guard let demand, let ratio = capacity?.ratio(to: demand) else { return 1 }
    return ratio >= 1 - StructureFunction.levelTolerance ? 1 : ratio
  }
}

extension Group {
  /// How many members must be up for the share `level` of a demand, above 0: no fewer than the need.
  ///
  /// Counts beyond the largest group are that count plus 1.
  func membersNeeded(toReach level: Double, under demand: Rate?) -> Int {
    let share = member.share(of: demand)
    guard share < 1 else { return need }
    let count = ((level - StructureFunction.levelTolerance) / share).rounded(.up)
    return max(need, Int(min(count, Double(Topology.memberLimit + 1))))
  }
}
