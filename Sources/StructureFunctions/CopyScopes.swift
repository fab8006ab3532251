import Topology

/// The places where parts are copied. Each `k of n` makes a scope: within it the members and the
/// names of its operand are new in each copy.
struct CopyScopes {
  /// Where a scope begins: a place in a definition's expression, within an outer scope.
  struct Site: Hashable {
    let definition: Int
    let path: [Int]
    let outer: Int?
  }

  private struct Scope {
    let outer: Int?
    let names: Set<String>
    let copies: Int
  }

  private var scopes: [Scope] = []
  private var index: [Site: Int] = [:]

  mutating func scope(at site: Site, names: Set<String>, copies: Int) -> Int {
    if let known = index[site] { return known }
    scopes.append(Scope(outer: site.outer, names: names, copies: copies))
    index[site] = scopes.count - 1
    return scopes.count - 1
  }

  /// The number of scopes.
  var count: Int { scopes.count }

  /// The number of copies that a scope makes.
  func copies(_ scope: Int) -> Int { scopes[scope].copies }

  /// The scope that a scope lies in.
  func outer(_ scope: Int?) -> Int? { scope.flatMap { scopes[$0].outer } }

  /// The scope with all that it lies in, innermost first.
  func chain(_ scope: Int?) -> [Int] {
    var result: [Int] = []
    var current = scope
    while let next = current {
      result.append(next)
      current = scopes[next].outer
    }
    return result
  }

  /// The innermost scope, from `scope` outwards, in which `name` is new in each copy; nil when it
  /// exists once.
  func home(of name: String, from scope: Int?) -> Int? {
    chain(scope).first { scopes[$0].names.contains(name) }
  }

  /// How often something in the scope exists.
  func multiplicity(_ scope: Int?) -> Int { chain(scope).reduce(1) { $0 * scopes[$1].copies } }
}
