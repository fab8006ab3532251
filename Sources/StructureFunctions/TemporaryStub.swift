extension ComponentNetwork {
  public var timedParts: [TimedPart] { [] }
  public var couplings: [CoupledMembers] { [] }
  public var underlyingRoot: Int? { nil }
  public func restricted(to roots: [Int]) -> (network: ComponentNetwork, components: [Int]) { (self, Array(0..<componentCount)) }
}
