import Quantities

extension Subsystem {
  /// The most mixes of kinds of a subsystem that are enumerated.
  public static let mostMixes = 100_000

  /// Subsystems in series as choices among their mixes of units. Mixes than which another is at least
  /// as cheap, as light in each resource and as available are left out.
  ///
  /// Throws ``AllocationError`` for a subsystem without kinds, for names used twice, for numbers that
  /// are negative or not finite, for a need that can't be met, and beyond ``mostMixes``.
  public static func series(
    _ subsystems: [Subsystem], resources: [String] = []
  ) throws(AllocationError) -> SeriesSystem {
    var choices: [DesignChoice] = []
    var availabilities: [[Probability]] = []
    for subsystem in subsystems {
      let (choice, own) = try subsystem.choice(resources)
      choices.append(choice)
      availabilities.append(own)
    }
    return try SeriesSystem(
      DesignSpace(choices, resources: resources), availabilities: availabilities)
  }

  private func choice(
    _ resources: [String]
  ) throws(AllocationError) -> (DesignChoice, [Probability]) {
    try check(resources)
    let mixes =
      isMixed
      ? UnitMix.all(kinds: kinds.count, units: need...most)
      : UnitMix.pure(kinds: kinds.count, units: need...most)
    let rows = mixes.map { mix in
      ([\.cost] + resources.indices.map { \ComponentKind.uses[$0] }).map { key in
        mix.sum(kinds) { $0[keyPath: key] }
      }
    }
    let chances = mixes.map { $0.availability(kinds, need: need) }
    let kept = Dominance(width: resources.count + 2).undominated(
      zip(rows, chances).flatMap { $0 + [Loss.of($1)] })
    let options = kept.map {
      DesignOption(mixes[$0].name(kinds), cost: rows[$0][0], uses: Array(rows[$0].dropFirst()))
    }
    return (DesignChoice(name, options), kept.map { chances[$0] })
  }

  private func check(_ resources: [String]) throws(AllocationError) {
    let asOptions = kinds.map { DesignOption($0.name, cost: $0.cost, uses: $0.uses) }
    _ = try DesignSpace([DesignChoice(name, asOptions)], resources: resources)
    for kind in kinds {
      try kind.availability.check(at: "the kind '\(kind.name)' of '\(name)'")
    }
    guard need >= 1, need <= most else { throw .need(need, atMost: most, subsystem: name) }
    guard mixCount <= Double(Self.mostMixes) else {
      throw .tooManyMixes(mixCount, most: Self.mostMixes, subsystem: name)
    }
  }

  /// How many mixes there are, those with too few units included: (most + kinds) choose kinds.
  private var mixCount: Double {
    guard isMixed else { return Double(kinds.count) * Double(most - need + 1) }
    return kinds.indices.reduce(1.0) { $0 * (Double(most) + Double($1) + 1) / (Double($1) + 1) }
  }
}
