import Quantities

/// A named part of a topology.
public struct Definition: Sendable, Hashable {
  /// What the part is for. It changes wording and which answers are given by default, not the
  /// mathematics.
  public enum Role: String, Sendable, Hashable, CaseIterable {
    /// Stateless instances.
    case service
    /// Something that holds state.
    case store
    /// A queue between services.
    case queue
    /// The whole that a question is about.
    case system
    /// A plain `name = expression`.
    case part
  }

  /// What a definition is made of.
  public enum Body: Sendable, Hashable {
    /// A level worked out from others.
    case expression(Expression)
    /// Members of which some are needed.
    case group(Group)
    /// Deployments that may fail.
    case changes(Changes)
    /// Planned downtime.
    case maintenance(Maintenance)
  }

  /// A soft dependency: while `name` is down the level is at most `degraded`.
  public struct Want: Sendable, Hashable {
    /// What is wanted.
    public let name: String
    /// The level that is left without it.
    public let degraded: Level

    /// Without `name`, at most `degraded`.
    public init(_ name: String, degraded: Level) {
      self.name = name
      self.degraded = degraded
    }
  }

  /// The name, unique in the topology.
  public let name: String
  /// What the part is for.
  public let role: Role
  /// What it is made of.
  public internal(set) var body: Body
  /// Hard dependencies: the level is at most theirs.
  public let needs: [String]
  /// Soft dependencies.
  public let wants: [Want]
  /// Decoupled calls.
  public let sends: [Send]
  /// Guarded calls: the level is at most that of each breaker.
  public let breakers: [Breaker]
  /// At most so many of the components directly in the expression, and of the members of groups
  /// named there, are under restoration at once; nil for no such limit. Of a group its own
  /// behaviour says it.
  public let crews: Int?
  /// The buffer of a queue, for what is sent through it; nil without one.
  public let buffer: Buffer?
  /// What its outages look like from outside, the innermost first.
  public let afterEffects: [AfterEffect]
  /// The flow that is asked of it, above 0; nil for none. With a demand the level is the share of it
  /// that is carried, at most 1, and down means a level below 1.
  public let demand: Rate?

  /// A definition; the topology checks it.
  public init(
    _ name: String, role: Role = .part, _ body: Body, needs: [String] = [], wants: [Want] = [],
    sends: [Send] = [], breakers: [Breaker] = [], crews: Int? = nil, buffer: Buffer? = nil,
    afterEffects: [AfterEffect] = [], demand: Rate? = nil
  ) {
    self.name = name
    self.role = role
    self.body = body
    self.needs = needs
    self.wants = wants
    self.sends = sends
    self.breakers = breakers
    self.crews = crews
    self.buffer = buffer
    self.afterEffects = afterEffects
    self.demand = demand
  }

  /// True for changes and maintenance, which happen to other things.
  public var isSchedule: Bool {
    switch body {
    case .changes, .maintenance: true
    case .expression, .group: false
    }
  }
}
