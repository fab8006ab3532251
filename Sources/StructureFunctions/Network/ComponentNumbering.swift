import Topology

/// Numbers the single components that roots depend on: kind by kind, the copies of a kind one after
/// another, an outer scope's copies holding those of the scopes inside.
struct ComponentNumbering {
  /// How far apart components are whose copies in a scope are neighbours.
  struct Stride {
    let scope: Int
    let step: Int
    /// How many there are in all, members of a group in its own scope included.
    let count: Int
  }

  private(set) var rows: [ComponentRow] = []
  private(set) var rowOfComponent: [Int] = []
  /// For each atom the number of its first component; nil for what nothing depends on.
  private(set) var first: [Int?]
  /// For each atom its strides, innermost scope first.
  private(set) var strides: [[Stride]]

  private let compiler: StructureCompiler
  private var cells: [Int: [Cell]] = [:]

  /// Numbers the components of the atoms that are used.
  init(
    _ compiler: StructureCompiler, used: [Bool], name: String
  ) throws(StructureFunctionError) {
    self.compiler = compiler
    first = Array(repeating: nil, count: compiler.atoms.count)
    strides = Array(repeating: [], count: compiler.atoms.count)
    for atom in compiler.atoms.indices where used[atom] { try number(atom, name) }
  }

  /// The component that an atom is in some copies: `copy` gives the place of each scope's, 0 for
  /// what exists once. Nil for what nothing depends on.
  func component(_ atom: Int, copy: (Int) -> Int) -> Int? {
    first[atom].map { first in
      strides[atom].reduce(first) { $0 + $1.step * copy($1.scope) }
    }
  }

  /// All components that an atom is in some copies: those of all scopes for which `copy` is nil.
  func components(_ atom: Int, copy: (Int) -> Int?) -> [Int] {
    guard let first = first[atom] else { return [] }
    var numbers = [first]
    for stride in strides[atom].reversed() {
      let copies = copy(stride.scope).map { $0...$0 } ?? 0...(stride.count - 1)
      numbers = numbers.flatMap { number in copies.map { number + stride.step * $0 } }
    }
    return numbers
  }

  private mutating func number(_ atom: Int, _ name: String) throws(StructureFunctionError) {
    let key = compiler.atoms[atom]
    let cells = cells(of: key)
    var step = 1
    var members = 1
    if case .member(let cell) = key.part { members = compiler.members(of: key, in: cells[cell]) }
    for scope in compiler.scopes.chain(key.scope) {
      let copies = compiler.scopes.copies(scope)
      let count = try Self.product(1, members, copies, name)
      strides[atom].append(Stride(scope: scope, step: step, count: count))
      step = try Self.product(step, members, copies, name)
      members = 1
    }
    let limit = ComponentNetwork.sizeLimit
    guard rowOfComponent.count + step * members <= limit else {
      throw .tooManyComponents(name, limit: limit)
    }
    let row = compiler.row(key, cells: cells)
    first[atom] = rowOfComponent.count
    rowOfComponent += Array(repeating: rows.count, count: row.members)
    rows.append(row)
  }

  private static func product(
    _ step: Int, _ members: Int, _ copies: Int, _ name: String
  ) throws(StructureFunctionError) -> Int {
    let limit = ComponentNetwork.sizeLimit
    let own = members.multipliedReportingOverflow(by: copies)
    let all = own.partialValue.multipliedReportingOverflow(by: step)
    guard !own.overflow, !all.overflow, all.partialValue <= limit else {
      throw .tooManyComponents(name, limit: limit)
    }
    return all.partialValue
  }

  /// Dealing a group's members costs as much as the group has cells: once a group.
  private mutating func cells(of key: AtomKey) -> [Cell] {
    if let known = cells[key.owner] { return known }
    let dealt = compiler.cells(ofOwner: key)
    if !dealt.isEmpty { cells[key.owner] = dealt }
    return dealt
  }
}
