import Topology

/// A definition that couples the lives of components, in a scope of copies.
struct CouplingSite: Hashable {
  let owner: Int
  /// The innermost scope that the definition is new in.
  let scope: Int?
}

/// Members that share crews, wait for each other or carry each other's load, before copies are
/// written out.
struct Coupling {
  /// Members of one group, or components written in an expression, in a scope of copies.
  struct Members {
    /// The innermost scope that they are new in together.
    let scope: Int?
    /// In order of declaration.
    let atoms: [Int]
    /// How many of them work at a time; nil where all do.
    var need: Int?
    var spares: GroupBehaviour.Spares?
    var sharing = 0.0
  }

  let site: CouplingSite
  let name: String
  let crews: Int?
  let members: [Members]

  /// The word for what couples them.
  var word: String {
    if crews != nil { return "crews" }
    return members.contains { $0.spares != nil } ? "standby" : "load sharing"
  }
}
