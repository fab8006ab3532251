/// Rules and sources of downtime on which some gates depend, each behind those that its operands
/// depend on. Works with a stack of its own: rules may be nested deeply.
struct SiteOrder {
  private enum Node: Hashable {
    case gate(Int)
    case site(Int)
  }

  private(set) var order: [Int] = []
  private let compiler: StructureCompiler
  private var seen: Set<Node> = []
  private var open: [(node: Node, isLeft: Bool)] = []

  init(_ compiler: StructureCompiler, roots: [Int]) {
    self.compiler = compiler
    for root in roots { open.append((.gate(root), false)) }
    while let (node, isLeft) = open.popLast() {
      if isLeft, case .site(let site) = node { order.append(site) }
      if !isLeft, seen.insert(node).inserted { visit(node) }
    }
  }

  private mutating func visit(_ node: Node) {
    switch node {
    case .site(let site):
      open.append((node, true))
      for operand in compiler.sites[site].operands {
        for (_, gate) in operand.gates { open.append((.gate(gate), false)) }
      }
    case .gate(let gate):
      if case .atom(let atom) = compiler.arena[gate].operation,
        let site = compiler.siteOfAtom[atom]
      {
        open.append((.site(site), false))
      }
      for input in compiler.arena[gate].inputs { open.append((.gate(input.gate), false)) }
    }
  }
}
