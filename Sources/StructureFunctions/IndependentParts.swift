/// Inputs of a gate, grouped so that inputs of different groups share no pivot.
struct IndependentParts {
  private(set) var groups: [[Gate.Input]] = []
  /// For each pivot that inputs share, or that copies of an input share, the number of inputs that
  /// depend on it.
  private(set) var sharedPivots: [Int: Int] = [:]

  var areAllSingle: Bool { sharedPivots.isEmpty }

  /// Groups by all pivots but one, if any, that is known to be decided elsewhere.
  init(of inputs: [Gate.Input], in arena: GateArena, ignoring decided: Int? = nil) {
    var leader = Array(inputs.indices)
    func find(_ start: Int) -> Int {
      var place = start
      while leader[place] != place {
        leader[place] = leader[leader[place]]
        place = leader[place]
      }
      return place
    }
    var firstUse: [Int: Int] = [:]
    for (place, input) in inputs.enumerated() {
      for pivot in arena.support(input).pivots where pivot != decided {
        if let first = firstUse[pivot] {
          sharedPivots[pivot, default: 1] += 1
          leader[find(place)] = find(first)
        } else {
          firstUse[pivot] = place
          if input.copies > 1 { sharedPivots[pivot] = 1 }
        }
      }
    }
    gather(inputs, by: inputs.indices.map(find))
  }

  private mutating func gather(_ inputs: [Gate.Input], by leaders: [Int]) {
    var groupOfLeader: [Int: Int] = [:]
    for (input, leader) in zip(inputs, leaders) {
      if let group = groupOfLeader[leader] {
        groups[group].append(input)
      } else {
        groupOfLeader[leader] = groups.count
        groups.append([input])
      }
    }
  }
}
