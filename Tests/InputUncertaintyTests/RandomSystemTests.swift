import InputUncertainty
import Quantities
import TestSupport
import Testing
import Topology

/// The exact engine's random topologies with ranges in them: compiled draws against rebuilt ones.
@Suite("Random systems with uncertain inputs")
struct RandomSystemTests {
  /// What the components of a topology follow from.
  private struct Inputs {
    let up: Double
    let down: Double
    let share: Probability

    init(_ draw: inout InputDraw) throws {
      up = try draw.number("up", from: 0.3, to: 3)
      down = try draw.number("down", from: 0.5, to: 4)
      share = try draw.probability("share", from: .percent(99), to: .nines(5))
    }

    /// One component in three is left as it is; the others follow from one or two inputs.
    func component(_ old: Component) -> Component {
      let kind = old.availability.complement.bitPattern % 3
      guard kind > 0, let restoration = old.restoration?.mean.seconds,
        let uptime = old.uptime?.mean.seconds
      else { return old }
      let longer = (try? Duration(seconds: restoration * down)) ?? .zero
      let other =
        if old.isGivenByAvailability {
          try? Component(
            availability: kind == 1 ? share : old.availability,
            mttr: .exponential(mean: longer))
        } else {
          try? Component(
            mtbf: .exponential(mean: (try? Duration(seconds: uptime * up)) ?? .zero),
            mttr: .exponential(mean: longer))
        }
      return (other ?? old).carrying(old.capacity)
    }
  }

  private func uncertain(_ topology: Topology) throws -> UncertainTopology {
    try UncertainTopology { draw in
      let inputs = try Inputs(&draw)
      return try Topology(
        definitions: topology.definitions { inputs.component($0) },
        families: topology.families { inputs.component($0) })
    }
  }

  @Test("all figures to 1e-11, and few that can't be compiled")
  func compiledIsRebuilt() throws {
    var compared = 0
    var refused = 0
    for seed in 1...60 as ClosedRange<UInt64> {
      let drawn =
        seed % 3 == 0
        ? RandomTopology(flowsFrom: seed, components: 3...14)
        : RandomTopology(seed: seed, components: [2...8, 9...30][Int(seed % 2)])
      guard let drawn else { continue }
      let topology = try uncertain(drawn.topology)
      do {
        let request = UncertaintyRequest(draws: 128, method: .compiled)
        let compiled = try topology.propagated(to: drawn.subject, request)
        let rebuilt = try topology.propagated(
          to: drawn.subject, UncertaintyRequest(draws: 128, method: .rebuilt))
        let difference = try #require(compiled).difference(from: try #require(rebuilt))
        #expect(difference < 1e-11, "seed \(seed)")
        compared += 1
      } catch let error as InputUncertaintyError {
        switch error {
        case .structure(.tooManyLevels): continue
        case .notCompiled: refused += 1
        default: Issue.record(error)
        }
      }
    }
    #expect(compared > 45)
    // Common causes of members given by probability, where the share is uncertain.
    #expect(refused < 12, "\(refused)")
  }

  @Test("times beyond what a number holds are told, not passed over", arguments: [true, false])
  func overflow(isUptime: Bool) throws {
    let topology = try UncertainSystems.part { draw in
      let seconds = try draw.number("time", from: 1e280, to: 1e299)
      let time = try Duration(seconds: seconds)
      return .component(
        try isUptime
          ? UncertainSystems.component(time, .seconds(1))
          : Component(availability: .percent(99), mttr: .exponential(mean: time)))
    }
    let error = #expect(throws: InputUncertaintyError.self) {
      try topology.propagated(to: "s", .init(draws: 65_536, method: .compiled))
    }
    guard case .draw(let number, let values, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(number >= 0)
    #expect(values[0].value.number == .infinity)
  }
}
