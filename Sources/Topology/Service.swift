import Quantities

/// Members of which some are needed: `Service("web", 2, of: 3, .percent(99.5))`.
public struct Service: TopologyStatement {
  private let life: Life
  private let capacity: Rate?
  private let cost: Cost?
  private let group: Group
  private let definition: Definition

  /// `need` of `count` members, each of which carries `capacity` at `cost`; 1 is enough to need where a
  /// demand says how much must flow.
  public init(
    _ name: String, _ need: Int, of count: Int, _ life: Life, as role: Definition.Role = .service,
    commonCause: Probability? = nil, across: [String] = [], in inside: [String] = [],
    behaviour: GroupBehaviour = .independent, needs: [String] = [],
    wants: [Definition.Want] = [], sends: [Send] = [], breakers: [Breaker] = [],
    buffer: Buffer? = nil, afterEffects: [AfterEffect] = [], capacity: Rate? = nil,
    demand: Rate? = nil, cost: Cost? = nil
  ) {
    let group = Group(
      .members(count), need: need, of: .perfect, commonCause: commonCause, across: across,
      inside: inside, behaviour: behaviour)
    self.init(
      life, capacity, cost, group,
      Definition(
        name, role: role, .group(group), needs: needs, wants: wants, sends: sends,
        breakers: breakers, buffer: buffer, afterEffects: afterEffects, demand: demand))
  }

  /// `count` members per domain of a family, of which `need` in all must be up; each carries
  /// `capacity` at `cost`.
  public init(
    _ name: String, _ count: Int, per family: String, need: Int, _ life: Life,
    as role: Definition.Role = .service, commonCause: Probability? = nil, across: [String] = [],
    behaviour: GroupBehaviour = .independent, needs: [String] = [],
    wants: [Definition.Want] = [], sends: [Send] = [], breakers: [Breaker] = [],
    buffer: Buffer? = nil, afterEffects: [AfterEffect] = [], capacity: Rate? = nil,
    demand: Rate? = nil, cost: Cost? = nil
  ) {
    let group = Group(
      .perDomain(count, family: family), need: need, of: .perfect, commonCause: commonCause,
      across: across, behaviour: behaviour)
    self.init(
      life, capacity, cost, group,
      Definition(
        name, role: role, .group(group), needs: needs, wants: wants, sends: sends,
        breakers: breakers, buffer: buffer, afterEffects: afterEffects, demand: demand))
  }

  private init(
    _ life: Life, _ capacity: Rate?, _ cost: Cost?, _ group: Group, _ definition: Definition
  ) {
    self.life = life
    self.capacity = capacity
    self.cost = cost
    self.group = group
    self.definition = definition
  }

  /// Adds the group. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    var group = group
    group.member = try life.component(of: definition.name).carrying(capacity)
      .costing(cost)
    var definition = definition
    definition.body = .group(group)
    draft.definitions.append(definition)
  }
}

/// What senders leave messages in for a consumer that may be down:
/// `Queue("pay-queue", .percent(99.95, mttr: .minutes(10)), Buffer(holds: .minutes(15)))`.
public struct Queue: TopologyStatement {
  private let service: Service

  /// A queue of one member that holds `buffer`; more members are a ``Service`` as a queue.
  public init(
    _ name: String, _ life: Life, _ buffer: Buffer, in inside: [String] = [], needs: [String] = []
  ) {
    service = Service(
      name, 1, of: 1, life, as: .queue, in: inside, needs: needs, buffer: buffer)
  }

  /// Adds the queue. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    try service.add(to: &draft)
  }
}
