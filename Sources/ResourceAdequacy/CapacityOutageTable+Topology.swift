import Quantities
import StructureFunctions
import Topology

extension CapacityOutageTable {
  /// The table of a part of a topology, its own demand left out.
  ///
  /// A sum of pools behind gates is worked out by convolution; see ``CapacityFleet``. For other
  /// structures of capacities the exact engine answers level by level, at most 1,024 of them. Throws
  /// ``ResourceAdequacyError``: what follows from a history or is a share of the demand is refused by
  /// name.
  public init(_ topology: Topology, of name: String) throws(ResourceAdequacyError) {
    do {
      try self.init(CapacityFleet(topology, of: name))
    } catch .notASum(let part, let what) {
      guard let levels = try StructureLevels(topology, of: name) else {
        throw .notASum(part, what)
      }
      self.init(levels)
    }
  }

  private init(_ levels: StructureLevels) {
    self.init(
      levels.law(), unit: levels.unit, step: levels.scale.step, untimed: levels.untimed)
  }
}
