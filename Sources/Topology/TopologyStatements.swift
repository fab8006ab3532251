import Quantities

/// Failure domains: `Zones("az", 3, .mtbf(.years(2), mttr: .hours(1)))`.
public struct Zones: TopologyStatement {
  private let name: String
  private let count: Int
  private let parent: String?
  private let life: Life

  /// `count` domains, in all or `per` domain of another family.
  public init(_ name: String, _ count: Int, per parent: String? = nil, _ life: Life) {
    self.name = name
    self.count = count
    self.parent = parent
    self.life = life
  }

  /// Adds the family. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    let component = try life.component(of: name)
    draft.families.append(DomainFamily(name, count: count, per: parent, component))
  }
}

/// Members of which some are needed: `Service("web", 2, of: 3, .percent(99.5))`.
public struct Service: TopologyStatement {
  private let name: String
  private let role: Definition.Role
  private let size: Group.Size
  private let need: Int
  private let life: Life
  private let commonCause: Probability?
  private let across: [String]
  private let inside: [String]
  private let needs: [String]
  private let wants: [Definition.Want]
  private let flow: (capacity: Rate?, demand: Rate?)

  /// `need` of `count` members, each of which carries `capacity`; 1 is enough to need where a demand
  /// says how much must flow.
  public init(
    _ name: String, _ need: Int, of count: Int, _ life: Life, as role: Definition.Role = .service,
    commonCause: Probability? = nil, across: [String] = [], in inside: [String] = [],
    needs: [String] = [], wants: [Definition.Want] = [], capacity: Rate? = nil,
    demand: Rate? = nil
  ) {
    self.init(
      name, .members(count), need, life, role, commonCause, across, inside, needs, wants,
      (capacity, demand))
  }

  /// `count` members per domain of a family, of which `need` in all must be up; each carries
  /// `capacity`.
  public init(
    _ name: String, _ count: Int, per family: String, need: Int, _ life: Life,
    as role: Definition.Role = .service, commonCause: Probability? = nil, across: [String] = [],
    needs: [String] = [], wants: [Definition.Want] = [], capacity: Rate? = nil,
    demand: Rate? = nil
  ) {
    let size = Group.Size.perDomain(count, family: family)
    self.init(
      name, size, need, life, role, commonCause, across, [], needs, wants, (capacity, demand))
  }

  private init(
    _ name: String, _ size: Group.Size, _ need: Int, _ life: Life, _ role: Definition.Role,
    _ commonCause: Probability?, _ across: [String], _ inside: [String], _ needs: [String],
    _ wants: [Definition.Want], _ flow: (capacity: Rate?, demand: Rate?)
  ) {
    self.name = name
    self.role = role
    self.size = size
    self.need = need
    self.life = life
    self.commonCause = commonCause
    self.across = across
    self.inside = inside
    self.needs = needs
    self.wants = wants
    self.flow = flow
  }

  /// Adds the group. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    let group = Group(
      size, need: need, of: try life.component(of: name).carrying(flow.capacity),
      commonCause: commonCause, across: across, inside: inside)
    draft.definitions.append(
      Definition(
        name, role: role, .group(group), needs: needs, wants: wants, demand: flow.demand))
  }
}

/// One component: `Part("lb", .percent(99.99, mttr: .minutes(1)))`.
public struct Part: TopologyStatement {
  private let name: String
  private let life: Life
  private let capacity: Rate?

  /// A component called `name` that carries `capacity`; nil for any flow.
  public init(_ name: String, _ life: Life, capacity: Rate? = nil) {
    self.name = name
    self.life = life
    self.capacity = capacity
  }

  /// Adds the component. Throws ``TopologyError``.
  public func add(to draft: inout TopologyDraft) throws(TopologyError) {
    let component = try life.component(of: name).carrying(capacity)
    draft.definitions.append(Definition(name, .expression(.component(component))))
  }
}

/// What is asked about: `System("shop", "lb" & "web")`.
public struct System: TopologyStatement {
  private let definition: Definition

  /// The system called `name`, of which the flow `demand` is asked; nil for none.
  public init(
    _ name: String, _ expression: Expression, as role: Definition.Role = .system,
    needs: [String] = [], wants: [Definition.Want] = [], demand: Rate? = nil
  ) {
    definition = Definition(
      name, role: role, .expression(expression), needs: needs, wants: wants, demand: demand)
  }

  /// Adds the system. Throws ``TopologyError``.
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
