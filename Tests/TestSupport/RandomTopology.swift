import Quantities
import Topology

/// A random topology that can be drawn again from its seed.
public struct RandomTopology: Sendable {
  /// Where it comes from.
  public let seed: UInt64
  /// The topology.
  public let topology: Topology
  /// The definition to ask about.
  public let subject: String
  /// The same, with every copy written out.
  public let unfolding: Unfolding

  /// The first topology in the seed's sequence whose subject depends on a number of elementary
  /// components in the range; nil if none turns up soon.
  public init?(seed: UInt64, components: ClosedRange<Int>) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<2_000 {
      guard let (topology, subject) = try? Self.draw(&random),
        let unfolding = try? Unfolding(topology, of: subject),
        components.contains(unfolding.components.count)
      else { continue }
      self.seed = seed
      self.topology = topology
      self.subject = subject
      self.unfolding = unfolding
      return
    }
    return nil
  }

  init(seed: UInt64, topology: Topology, subject: String, unfolding: Unfolding) {
    self.seed = seed
    self.topology = topology
    self.subject = subject
    self.unfolding = unfolding
  }

  private static func draw(_ random: inout SplitMix64) throws -> (Topology, String) {
    let life = RandomLife(holdsTiny: random.happens(10))
    let families = try RandomDomains(life: life).families(&random)
    let bare = try Topology(definitions: [], families: families)
    var definitions: [Definition] = []
    for place in 1...random.number(1...5) {
      let writer = RandomDefinition(
        life: life, families: families.map(\.name), domains: bare.domains.map(\.name),
        earlier: definitions.map(\.name), holdsWeights: random.happens(25))
      definitions.append(try writer.definition("d\(place)", &random))
    }
    let topology = try Topology(definitions: definitions, families: families)
    return (topology, "d\(definitions.count)")
  }
}

/// Draws families of failure domains: none, one, two that cross, and nested ones.
struct RandomDomains {
  let life: RandomLife

  func families(_ random: inout SplitMix64) throws -> [DomainFamily] {
    guard random.happens(55) else { return [] }
    var result = [DomainFamily("az", count: random.number(2...3), try life.component(&random))]
    if random.happens(40) {
      result.append(
        DomainFamily("version", count: random.number(2...3), try life.component(&random)))
    }
    if random.happens(25) {
      result.append(
        DomainFamily(
          "host", count: random.number(1...2), per: "az", try life.component(&random)))
    }
    if random.happens(20) {
      result.append(
        DomainFamily(
          "rack", count: random.number(1...2), inside: "az.1", try life.component(&random)))
    }
    return result
  }
}
