/// How to draw the states of components under a condition: steps that name each other by number, in
/// flat lists, so that a draw is a walk over tables.
struct DrawPlan: Sendable {
  /// What a step does. Components that no step decides are independent of the condition.
  enum Step: Sendable {
    /// Nothing is left to decide.
    case nothing
    /// A component is down.
    case down(atom: Int32)
    /// A component fails at this instant.
    case fails(atom: Int32)
    /// Components are up: a range of ``DrawPlan/upRanges``.
    case up(first: Int32, count: Int32)
    /// One of some branches is followed: a range of ``DrawPlan/branches``.
    case choice(first: Int32, count: Int32)
    /// Just so many events among the members of a tree.
    case exactly(Int32, tree: Int32)
    /// Fewer events than that.
    case fewer(Int32, tree: Int32)
    /// At least so many events.
    case atLeast(Int32, tree: Int32)
    /// A marked member takes the number of events from that to more.
    case marked(Int32, tree: Int32)
  }

  /// A branch: steps, a range of ``DrawPlan/successors``, taken together.
  struct Branch: Sendable {
    /// The probability of this branch and those before it, given that one of them is taken.
    let cumulative: Double
    let first: Int32
    let count: Int32
  }

  /// Components that are neighbours for the copies at hand.
  struct Place: Sendable, Hashable {
    let first: Int32
    var length: Int32
    /// A range of ``DrawPlan/strides``.
    let strides: Range<Int32>
  }

  /// How far a copy lies from the next.
  struct Stride: Sendable, Hashable {
    let scope: Int32
    let step: Int32
  }

  private(set) var steps: [Step] = [.nothing]
  private(set) var branches: [Branch] = []
  private(set) var successors: [Int32] = []
  private(set) var upRanges: [Place] = []
  private(set) var strides: [Stride] = []
  /// For each atom its component.
  private(set) var places: [Place] = []
  var trees: [CountTree] = []
  var leaves: [CountLeaf] = []
  private(set) var mixed: [CountMixture.Branch] = []
  /// Laws of counts, one after another.
  private(set) var laws: [Double] = []

  /// The step that does nothing.
  static let nothing: Int32 = 0

  init(_ numbering: ComponentNumbering) {
    for (first, strides) in zip(numbering.first, numbering.strides) {
      let own = strides.map { Stride(scope: Int32($0.scope), step: Int32($0.step)) }
      places.append(place(Int32(first ?? 0), 1, own))
    }
  }

  mutating func add(_ step: Step) -> Int32 {
    steps.append(step)
    return Int32(steps.count - 1)
  }

  mutating func add(law: [Double]) -> CountLawRange {
    laws += law
    return CountLawRange(first: Int32(laws.count - law.count), size: Int32(law.count))
  }

  mutating func add(mixed branches: [CountMixture.Branch]) -> Range<Int32> {
    let first = Int32(mixed.count)
    mixed += branches
    return first..<Int32(mixed.count)
  }

  func law(_ range: CountLawRange) -> ArraySlice<Double> {
    laws[Int(range.first)..<Int(range.first + range.size)]
  }

  /// A step that follows one of some branches; branches of weight 0 are never taken.
  mutating func addChoice(_ weighed: [(weight: Double, steps: [Int32])]) -> Int32 {
    let possible = weighed.filter { $0.weight > 0 }
    let total = possible.reduce(0) { $0 + $1.weight }
    let first = Int32(branches.count)
    var sum = 0.0
    for (weight, steps) in possible {
      let needed = steps.filter { $0 != Self.nothing }
      if possible.count == 1, needed.count < 2 { return needed.first ?? Self.nothing }
      sum += weight
      branches.append(
        Branch(
          cumulative: sum / total, first: Int32(successors.count), count: Int32(needed.count)))
      successors += needed
    }
    return add(.choice(first: first, count: Int32(possible.count)))
  }

  mutating func place(_ first: Int32, _ length: Int32, _ own: [Stride]) -> Place {
    let start = Int32(strides.count)
    strides += own
    return Place(first: first, length: length, strides: start..<Int32(strides.count))
  }

  mutating func addUp(_ places: [Place]) -> Int32 {
    if places.isEmpty { return Self.nothing }
    upRanges += places
    return add(
      .up(first: Int32(upRanges.count - places.count), count: Int32(places.count)))
  }

  func strides(of place: Place) -> ArraySlice<Stride> {
    strides[Int(place.strides.lowerBound)..<Int(place.strides.upperBound)]
  }

  /// The components that a step finds up; nil when it decides more than that.
  func placesUp(_ step: Int32) -> [Place]? {
    switch steps[Int(step)] {
    case .nothing: []
    case .up(let first, let count): Array(upRanges[Int(first)..<Int(first + count)])
    default: nil
    }
  }
}
