import Quantities

extension Subsystem {
  /// The most mixes of kinds of a subsystem that are enumerated.
  public static let mostMixes = 100_000
  /// The most units that a subsystem may have.
  public static let mostUnits = 10_000
  /// The most kinds that a subsystem may have.
  public static let mostKinds = 1_000

  /// Subsystems in series as choices among their mixes of units. Mixes than which another is at least
  /// as cheap, as light in each resource and as available are left out.
  ///
  /// Throws ``AllocationError`` for a subsystem without kinds, for names used twice, for numbers that
  /// are negative or not finite, for a need that can't be met, and beyond ``mostMixes``,
  /// ``mostUnits`` and ``mostKinds``.
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
    let mixes = mixes
    let rows = mixes.map { $0.demands(kinds, width: resources.count + 1) }
    let kept = Dominance(width: resources.count + 2).undominated(
      zip(rows, mixes).flatMap { $0 + [Loss.of($1.availability)] })
    let options = kept.map {
      DesignOption(mixes[$0].name(kinds), cost: rows[$0][0], uses: Array(rows[$0].dropFirst()))
    }
    return (DesignChoice(name, options), kept.map { mixes[$0].availability })
  }

  private func check(_ resources: [String]) throws(AllocationError) {
    let asOptions = kinds.map { DesignOption($0.name, cost: $0.cost, uses: $0.uses) }
    _ = try DesignSpace([DesignChoice(name, asOptions)], resources: resources)
    for kind in kinds {
      try kind.availability.check(at: "the kind '\(kind.name)' of '\(name)'")
    }
    guard need >= 1, need <= most else { throw .need(need, atMost: most, subsystem: name) }
    for (count, things, most) in [
      (Double(most), "units", Self.mostUnits), (Double(kinds.count), "kinds", Self.mostKinds),
      (mixCount, "mixes of its kinds", Self.mostMixes),
    ] where count > Double(most) {
      throw .tooMany(count, of: things, most: most, subsystem: name)
    }
  }

  /// How many mixes there are, those with too few units included: (most + kinds) choose kinds.
  private var mixCount: Double {
    guard isMixed else { return Double(kinds.count) * Double(most - need + 1) }
    return kinds.indices.reduce(1.0) { $0 * (Double(most) + Double($1) + 1) / (Double($1) + 1) }
  }
}
