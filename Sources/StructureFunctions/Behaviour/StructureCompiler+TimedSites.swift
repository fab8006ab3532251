import Topology

/// Atoms that stand for rules and for sources of downtime.
extension StructureCompiler {
  /// The gate that is up while the level of a site is at least `threshold`. The site is made when it
  /// is met first; `levels` are those that it can have, above 0 and ascending.
  mutating func output(
    of key: TimedSite.Key, _ kind: TimedPart.Kind, _ sources: [TimedSite.Source],
    levels: () throws(StructureFunctionError) -> [Double], atLeast threshold: Double,
    place: Int = 0, from position: Place
  ) throws(StructureFunctionError) -> Int {
    let site: Int
    if let known = siteIndex[key] {
      site = known
    } else {
      site = try add(key, kind, sources, levels(), position)
    }
    guard let level = TimedSite.level(threshold, in: sites[site].levels) else { return Gate.down }
    return try output(of: site, level, place, position)
  }

  private mutating func add(
    _ key: TimedSite.Key, _ kind: TimedPart.Kind, _ sources: [TimedSite.Source],
    _ levels: [Double], _ position: Place
  ) throws(StructureFunctionError) -> Int {
    var operands: [TimedSite.Operand] = []
    for source in sources { operands.append(try operand(source, position)) }
    let name = topology.definitions[key.owner].name
    sites.append(
      TimedSite(key: key, name: name, kind: kind, levels: levels, operands: operands))
    siteIndex[key] = sites.count - 1
    return sites.count - 1
  }

  private mutating func output(
    of site: Int, _ level: Double, _ place: Int, _ position: Place
  ) throws(StructureFunctionError) -> Int {
    let part = AtomKey.Part.timed(
      sites[site].key.role, demand: sites[site].key.demand, threshold: level, place: place)
    let key = AtomKey(owner: sites[site].key.owner, part: part, scope: sites[site].key.scope)
    if let gate = gate(ofKnown: key, position) { return gate }
    for operand in sites[site].operands.indices {
      for level in sites[site].levels(ofOperand: operand, toTellApart: level) {
        try tell(level, ofOperand: operand, of: site, position)
      }
    }
    let gate = atom(key)
    sites[site].outputs.append(
      .init(threshold: level, place: place, atom: atoms.count - 1))
    siteOfAtom[atoms.count - 1] = site
    return gate
  }

  /// Lets the site know when an operand's level is at least `level`.
  private mutating func tell(
    _ level: Double, ofOperand operand: Int, of site: Int, _ position: Place
  ) throws(StructureFunctionError) {
    let known = sites[site].operands[operand]
    guard !known.gates.contains(where: { $0.level == level }) else { return }
    let gate = try gate(known.source, level, position)
    sites[site].operands[operand].gates.append((level, gate))
  }

  // MARK: Operands

  private mutating func gate(
    _ source: TimedSite.Source, _ level: Double, _ place: Place
  ) throws(StructureFunctionError) -> Int {
    switch source {
    case .expression(let expression, let position):
      return try gate(expression, level, place, position)
    case .name(let name): return try named(name, level, place)
    case .definition(let index, let effects):
      return try value(of: index, effects: effects, level, place)
    case .gate(let gate): return gate
    }
  }

  private func operand(
    _ source: TimedSite.Source, _ place: Place
  ) throws(StructureFunctionError) -> TimedSite.Operand {
    switch source {
    case .expression(let expression, _):
      return operand(
        source, try levels.positiveLevels(of: expression, under: place.demand),
        isDemanded: isDemanded(expression))
    case .name(let name):
      let demanded = topology.definition(named: name)?.demand != nil
      return operand(
        source, levels.positiveLevels(of: name, under: place.demand), isDemanded: demanded)
    case .definition(let index, _):
      let definition = topology.definitions[index]
      return operand(
        source, levels.positiveLevels(of: definition.name, under: place.demand),
        isDemanded: definition.demand != nil)
    case .gate: return operand(source, [1], isDemanded: false)
    }
  }

  /// Below the lowest level above 0 a thing is down; below 1 where a demand of its own says what it
  /// must carry.
  private func operand(
    _ source: TimedSite.Source, _ levels: [Double], isDemanded: Bool
  ) -> TimedSite.Operand {
    let lowest = isDemanded ? TimedSite.level(1, in: levels) : levels.first
    return TimedSite.Operand(source: source, levels: levels, downBelow: lowest ?? 1)
  }

  /// Whether an expression is just a definition with a demand of its own, as it is seen from outside.
  private func isDemanded(_ expression: Expression) -> Bool {
    switch expression {
    case .name(let name): topology.definition(named: name)?.demand != nil
    case .behaving(let operand, _): isDemanded(operand)
    default: false
    }
  }
}

extension TimedSite {
  /// What must be told apart of an operand for the site's own level at least `level`.
  fileprivate func levels(ofOperand place: Int, toTellApart level: Double) -> [Double] {
    let operand = operands[place]
    if kind.multipliesLevels(ofOperand: place) { return operand.levels + [operand.downBelow] }
    let same = kind.ignoresLevels ? nil : Self.level(level, in: operand.levels)
    return [operand.downBelow] + (same.map { [$0] } ?? [])
  }
}
