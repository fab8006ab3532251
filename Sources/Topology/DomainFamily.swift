import Quantities

/// Failure domains of one kind: zones, regions, hosts, versions. While a domain is down nothing in
/// it is effective; what stands in it keeps its own clock.
public struct DomainFamily: Sendable, Hashable {
  /// The family's name; its domains are `name.1`, `name.2`, …, and `name.2.1` where it nests.
  public let name: String
  /// The number of domains, in all or in each domain of the family that they nest in.
  public let count: Int
  /// The family whose domains these nest in (`per`).
  public let parent: String?
  /// The domain, by name, in which all of these stand (`in`).
  public let inside: String?
  /// The life of one domain.
  public let component: Component

  /// A family; the topology checks it.
  public init(
    _ name: String, count: Int, per parent: String? = nil, inside: String? = nil,
    _ component: Component
  ) {
    self.name = name
    self.count = count
    self.parent = parent
    self.inside = inside
    self.component = component
  }
}

/// One failure domain, such as `az.2`.
public struct Domain: Sendable, Hashable {
  /// Its name: the family's and its place, `az.2` or `az.1.2` where it nests.
  public let name: String
  /// The index of its family in ``Topology/families``.
  public let family: Int
  /// The index in ``Topology/domains`` of the domain that it stands in; smaller than its own.
  public let parent: Int?
}
