/// Members of a group, halved again and again: how many events fall to either half follows from the
/// laws of their counts, so that members without events cost nothing.
///
/// The copies of a member share the trees of their halves; which copies a tree stands for is known
/// only during a draw. One member may be marked: members before it follow one law, members behind it
/// another (of a function that falls from the first to the second, the marked member decides).
struct CountTree: Sendable {
  /// What a tree is made of, by numbers in the plan.
  enum Form: Sendable {
    case halves(left: Int32, right: Int32)
    case leaf(Int32)
    case mixture(CountMixture)
  }

  let form: Form
  let members: Int32
  /// The scope of which the members are copies; -1 for none.
  let scope: Int32
  /// P(0 events), P(1 event), … below the limit, of members before and behind a marked one.
  let before: CountLawRange
  let behind: CountLawRange
  /// P(at least 0 events), P(at least 1), … up to the limit.
  let tails: CountLawRange
  /// The mass of crossing from 0 to 1, from 1 to 2, … events where a marked member falls.
  let marked: CountLawRange
  /// The step for no events, when it decides nothing but which components are up; -1 otherwise.
  let quietBefore: Int32
  let quietBehind: Int32
}

/// Members that share a part: once its state is chosen they are another tree.
struct CountMixture: Sendable {
  /// A state of the part, the step that draws it, and the members given that.
  struct Branch: Sendable {
    let weight: Double
    let step: Int32
    let tree: Int32
  }

  /// Ranges of ``DrawPlan/mixed``.
  let before: Range<Int32>
  let behind: Range<Int32>
  let marked: Range<Int32>
}

/// A single member: the steps for an event and for none.
struct CountLeaf: Sendable {
  let eventBefore: Int32
  let quietBefore: Int32
  let eventBehind: Int32
  let quietBehind: Int32
  let marked: Int32
}

/// A stretch of ``DrawPlan/laws``.
struct CountLawRange: Sendable, Hashable {
  let first: Int32
  let size: Int32

  static let none = CountLawRange(first: 0, size: 0)
}
