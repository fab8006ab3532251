/// A topology as people draw it: boxes, the clusters that they stand in, arrows between them.
///
/// A value without places: exporters write it for programs that lay it out.
public struct TopologyDrawing: Sendable, Equatable {
  /// What is drawn.
  public let title: String
  /// What it shows, in a sentence or two, for those who don't see it.
  public let alternative: String
  /// The boxes, what others depend on after those.
  public let nodes: [Node]
  /// The clusters, each with nodes.
  public let clusters: [Cluster]
  /// The arrows, by the nodes that they begin at.
  public let edges: [Edge]

  /// A box.
  public struct Node: Sendable, Equatable {
    /// The name, or names.
    public let name: String
    /// What else is said of it, a line each.
    public let details: [String]
    /// What it stands for.
    public let kind: Kind
    /// The index in ``TopologyDrawing/clusters`` of where it stands; nil for nowhere.
    public let cluster: Int?
    /// How many parts it stands for, 1 or more.
    public let parts: Int
  }

  /// What a box stands for.
  public enum Kind: String, Sendable, Equatable, CaseIterable {
    /// What the question is about.
    case system
    /// Stateless instances.
    case service
    /// Something that holds state.
    case store
    /// A queue between services.
    case queue
    /// Any other part.
    case part
    /// A failure domain.
    case domain
    /// Deployments, or planned downtime.
    case schedule
  }

  /// A frame around boxes that stand in failure domains of one kind.
  public struct Cluster: Sendable, Equatable {
    /// What they stand in: `across az, 3 domains`.
    public let name: String
  }

  /// An arrow from what depends to what it depends on.
  public struct Edge: Sendable, Hashable {
    /// The index in ``TopologyDrawing/nodes`` of what depends.
    public let from: Int
    /// The index in ``TopologyDrawing/nodes`` of what it depends on.
    public let to: Int
    /// How it depends.
    public let dependency: Dependency
    /// What is written at it; empty for nothing.
    public let label: String
  }

  /// How one part depends on another.
  public enum Dependency: String, Sendable, Hashable, CaseIterable {
    /// It is down without it.
    case needs
    /// It is one of several that do.
    case alternative
    /// Its capacity, or its share, adds to those of others.
    case adds
    /// It is worse without it.
    case wants
    /// It sends to it through a queue, or the queue to it.
    case sends
    /// It calls it behind a circuit breaker.
    case breaker
    /// It takes it down, when planned.
    case takesDown
  }
}
