import Quantities

/// Failure domains: `Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))`.
public struct Zones: TopologyStatement {
  private let name: String
  private let count: Int
  private let parent: String?
  private let life: Life
  private let cost: Cost?

  /// `count` domains, in all or `per` domain of another family, each at `cost`.
  public init(
    _ name: String, _ count: Int, per parent: String? = nil, _ life: Life, cost: Cost? = nil
  ) {
    self.name = name
    self.count = count
    self.parent = parent
    self.life = life
    self.cost = cost
  }

  /// Adds the family. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    let component = try life.component(of: name).costing(cost)
    draft.families.append(DomainFamily(name, count: count, per: parent, component))
  }
}

/// One component: `Part("lb", .percent(99.99, mttr: .minutes(1)))`.
public struct Part: TopologyStatement {
  private let name: String
  private let life: Life
  private let capacity: Rate?
  private let cost: Cost?
  private let afterEffects: [AfterEffect]

  /// A component called `name` that carries `capacity`, nil for any flow, at `cost`.
  public init(
    _ name: String, _ life: Life, capacity: Rate? = nil, cost: Cost? = nil,
    afterEffects: [AfterEffect] = []
  ) {
    self.name = name
    self.life = life
    self.capacity = capacity
    self.cost = cost
    self.afterEffects = afterEffects
  }

  /// Adds the component. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    let component = try life.component(of: name).carrying(capacity).costing(cost)
    draft.definitions.append(
      Definition(name, .expression(.component(component)), afterEffects: afterEffects))
  }
}

/// What is asked about: `System("shop", "lb" & "web")`.
public struct System: TopologyStatement {
  private let definition: Definition

  /// The system called `name`, of which the flow `demand` is asked; nil for none.
  public init(
    _ name: String, _ expression: Expression, as role: Definition.Role = .system,
    needs: [String] = [], wants: [Definition.Want] = [], sends: [Send] = [],
    breakers: [Breaker] = [], crews: Int? = nil, buffer: Buffer? = nil,
    afterEffects: [AfterEffect] = [], demand: Rate? = nil
  ) {
    definition = Definition(
      name, role: role, .expression(expression), needs: needs, wants: wants, sends: sends,
      breakers: breakers, crews: crews, buffer: buffer, afterEffects: afterEffects,
      demand: demand)
  }

  /// Adds the system. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    draft.definitions.append(definition)
  }
}

/// Changes that may fail: `Deployments("deploys", Changes(every: .days(1), failing: try .percent(5),
/// restoration: .exponential(mean: .hours(1))))`. What they strike names them.
public struct Deployments: TopologyStatement {
  private let definition: Definition

  /// The changes called `name`.
  public init(_ name: String, _ changes: Changes) {
    definition = Definition(name, .changes(changes))
  }

  /// Adds the changes. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    draft.definitions.append(definition)
  }
}

/// Planned downtime: `PlannedWork("patches", Maintenance(every: .days(30), lasting: .hours(1),
/// isRolling: true, scope: ["web"]))`. Without a scope, what it strikes names it.
public struct PlannedWork: TopologyStatement {
  private let definition: Definition

  /// The maintenance called `name`.
  public init(_ name: String, _ maintenance: Maintenance) {
    definition = Definition(name, .maintenance(maintenance))
  }

  /// Adds the maintenance. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    draft.definitions.append(definition)
  }
}

extension Life {
  func component(of name: String) throws(TopologyError) -> Component {
    do {
      return try component()
    } catch {
      throw TopologyError(definition: name, reason: error)
    }
  }
}
