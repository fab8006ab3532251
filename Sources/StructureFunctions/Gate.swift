/// A node of a structure function in success logic: a monotone Boolean function of components, true
/// while what it stands for is up. Gates live in a ``GateArena`` and name each other by index.
struct Gate: Hashable {
  enum Operation: Hashable {
    /// Always down or always up.
    case constant(Bool)
    /// The state of a component.
    case atom(Int)
    /// All inputs up.
    case all
    /// At least one input up.
    case any
    /// At least so many members up, an input counting as many members as it has copies.
    case atLeast(Int)
    /// Inputs that are up weigh at least so much.
    case weighted(Double)
    /// A gate that is used in several places, known there by the number of its pivot.
    case named(Int)
  }

  /// A use of another gate.
  struct Input: Hashable {
    /// The gate's index.
    var gate: Int
    /// The number of independent copies; above 1 only for members of a scope.
    var copies = 1
    /// The scope whose components are new in each copy; nil for the gate itself.
    var scope: Int?
    /// The weight in a weighted gate.
    var weight = 0.0
  }

  var operation: Operation
  var inputs: [Input] = []

  static let down = 0
  static let up = 1
}

/// Ascending numbers of the pivots that a gate depends on.
///
/// A pivot is a component or gate that is used in several places; two gates without a common pivot
/// are independent.
struct PivotSet: Hashable {
  private(set) var pivots: [Int] = []

  init() {}
  init(_ pivot: Int) { pivots = [pivot] }
  init(_ unordered: some Sequence<Int>) { pivots = Set(unordered).sorted() }

  var isEmpty: Bool { pivots.isEmpty }

  func contains(_ pivot: Int) -> Bool {
    var low = 0
    var high = pivots.count
    while low < high {
      let middle = (low + high) / 2
      if pivots[middle] < pivot { low = middle + 1 } else { high = middle }
    }
    return low < pivots.count && pivots[low] == pivot
  }

  func union(_ other: PivotSet) -> PivotSet {
    if other.isEmpty || other == self { return self }
    return isEmpty ? other : PivotSet(pivots + other.pivots)
  }

  func isDisjoint(with other: PivotSet) -> Bool { !pivots.contains { other.contains($0) } }

  func filter(_ isIncluded: (Int) -> Bool) -> PivotSet {
    var result = PivotSet()
    result.pivots = pivots.filter(isIncluded)
    return result.pivots.count == pivots.count ? self : result
  }
}
