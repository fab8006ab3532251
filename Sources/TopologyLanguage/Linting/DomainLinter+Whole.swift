import Topology

// What the linter of failure domains looks at.
extension DomainLinter {
  /// A family of failure domains, and how much of it was looked at.
  struct Family {
    let family: DomainFamily
    /// How many domains it has, and the first of each sort that differs.
    let count: Int
    let distinct: [Int]
    /// How many losses there are for all wholes, and how many of them were not looked at.
    var all = 0
    var left = 0
  }

  /// What is looked at as a whole, and the names of all that it depends on.
  struct Whole {
    let name: String
    let below: Set<String>
    /// How many definitions those are, and parts of their expressions: the visits of one answer.
    let cost: Int
    let copies: [Copies]
    /// The names of which the whole has several copies each: which of their members fall isn't
    /// clear.
    let copied: Set<String>

    init(name: String, below: Set<String>, cost: Int, copies: [Copies]) {
      self.name = name
      self.below = below
      self.cost = cost
      self.copies = copies
      copied = Set(copies.filter { $0.spare.copies > 1 }.flatMap(\.part.names))
    }
  }

  /// Things in the expression of a definition of which only some are needed.
  struct Copies {
    let definition: String
    let part: ExpressionSyntax
    let spare: Redundancy
  }
}
