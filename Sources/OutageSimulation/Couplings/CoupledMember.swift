import Topology

/// A component that is coupled to others: where it belongs, and how it lives when they let it.
struct CoupledMember: Sendable {
  /// What becomes of it.
  private enum Fate: Sendable {
    case alternates(uptime: SampledLaw, restoration: SampledLaw)
    case neverFails
    case isAlwaysDown
  }

  /// Its number in the network.
  let component: Int32
  /// The number of its group.
  let group: Int
  /// Its place in the group.
  let place: Int
  private let fate: Fate

  init(
    _ number: Int, _ component: Component, group: Int, place: Int, _ laws: inout LawCatalogue
  ) {
    self.component = Int32(number)
    self.group = group
    self.place = place
    if component.availability.value == 0 {
      fate = .isAlwaysDown
    } else if let uptime = component.uptime, let restoration = component.restoration {
      fate = .alternates(uptime: laws.place(uptime), restoration: laws.place(restoration))
    } else {
      fate = .neverFails
    }
  }

  /// True for what is down for good.
  var isAlwaysDown: Bool {
    if case .isAlwaysDown = fate { true } else { false }
  }

  /// The age at which it fails once it is new, at least 1 ns: something must pass from one failure to
  /// the next.
  func life(_ pool: inout VariatePool) -> Int64 {
    guard case .alternates(let uptime, _) = fate else { return Clock.ticks(.infinity) }
    return max(1, Clock.ticks(pool.draw(uptime)))
  }

  /// How long its restoration takes.
  func restoration(_ pool: inout VariatePool) -> Int64 {
    guard case .alternates(_, let restoration) = fate else { return 0 }
    return Clock.ticks(pool.draw(restoration))
  }
}
