import StructureFunctions
import Topology

/// For how long coupled members remember that all of them were up and new once, in nanoseconds.
struct CouplingMemory: Sendable, Hashable {
  /// The longest mean restoration.
  let restoration: Int64
  /// The longest mean up time where an up time is not exponential, else 0.
  let uptime: Int64
  /// The time in which a queue for crews or a shared load settles, else 0: that of a queue without end,
  /// MTTR / (1 - √ρ)^2 with ρ the load of a crew (Morse 1955), at most MTTR + MTBF, since a line
  /// settles as soon as those outside it have failed.
  let queue: Int64

  init(_ coupled: CoupledMembers, _ component: (Int) -> Component) {
    let members = coupled.groups.flatMap(\.components).map(component)
    let uptimes = members.compactMap(\.uptime)
    let up = Self.longestMean(uptimes)
    let down = Self.longestMean(members.compactMap(\.restoration))
    let crews = coupled.crews ?? members.count
    // Shared load drives itself on, so that nothing better is known.
    let isShared = coupled.groups.contains { $0.sharing > 0 }
    let load = isShared ? 1 : Self.load(members, crews: crews)
    restoration = Clock.ticks(down)
    uptime = uptimes.allSatisfy(\.isExponential) ? 0 : Clock.ticks(up)
    queue =
      crews < members.count || isShared ? Clock.ticks(Self.relaxation(up, down, load)) : 0
  }

  /// The work that comes to a crew, as a share of what it can do.
  private static func load(_ members: [Component], crews: Int) -> Double {
    let work = members.reduce(0) { sum, member in
      guard let up = member.uptime, let down = member.restoration else { return sum }
      return sum + down.mean.seconds / up.mean.seconds
    }
    return work / Double(crews)
  }

  private static func relaxation(_ up: Double, _ down: Double, _ load: Double) -> Double {
    guard load < 1 else { return up + down }
    let slack = 1 - load.squareRoot()
    return min(down / (slack * slack), up + down)
  }

  private static func longestMean(_ laws: [Law]) -> Double {
    laws.reduce(0) { max($0, $1.mean.seconds) } * 1e9
  }
}

extension Law {
  /// True for the law without memory.
  fileprivate var isExponential: Bool {
    if case .exponential = self { true } else { false }
  }
}
