extension Topology {
  /// True where something is maintained.
  public var hasMaintenance: Bool { definitions.contains(where: \.isMaintenance) }

  /// The same system without its planned windows: each maintenance has no effect.
  ///
  /// What fails then is what a promise counts that excludes maintenance: a failure during a window
  /// counts where it would have taken the service down without the window too. Cost: that of checking
  /// a topology.
  public func withoutMaintenance() throws(TopologyError) -> Topology {
    guard hasMaintenance else { return self }
    let definitions = definitions.map { definition in
      guard definition.isMaintenance else { return definition }
      var idle = definition
      // One that stands in an expression is never down.
      idle.body = .expression(.level(.full))
      return idle
    }
    return try Topology(definitions: definitions, families: families)
  }
}

extension Definition {
  /// True for planned downtime.
  public var isMaintenance: Bool {
    if case .maintenance = body { true } else { false }
  }
}
