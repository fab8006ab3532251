/// Collects the steps of a program, handing out slots.
struct ProgramAssembler {
  private let name: String
  private(set) var operations: [ProgramOperation] = []
  private(set) var pairs: [Int32] = []
  private(set) var counts: [MemberCount] = []
  private(set) var slots: Int
  private(set) var subtracts = false
  /// Steps, with those inside counts.
  private var work = 0

  /// An empty program over some values.
  init(name: String, values: Int) {
    self.name = name
    slots = StructureProgram.slot(ofValue: values)
  }

  /// The program with its outputs.
  func program(outputs: [Int]) -> StructureProgram {
    let largest = counts.map { MemberCount.members($0.kinds) }.max() ?? 0
    return StructureProgram(
      operations: operations, pairs: pairs, counts: counts, slots: slots, outputs: outputs,
      subtracts: subtracts, work: work,
      frequencyErrorFactor: 0x1p-46 + Double(largest) * 0x1p-52)
  }

  private mutating func reserve(_ count: Int) -> Int {
    defer { slots += count }
    return slots
  }

  private mutating func append(
    _ operation: ProgramOperation, work more: Int = 1
  ) throws(ProgramOutgrown) {
    operations.append(operation)
    work += more
    guard operations.count <= StructureProgram.stepLimit, work <= StructureProgram.workLimit else {
      throw ProgramOutgrown(name: name)
    }
  }

  /// A conjunction or disjunction of two independent gates.
  mutating func junction(
    _ kind: ProgramOperation.Kind, _ first: Int, _ second: Int
  ) throws(ProgramOutgrown) -> Int {
    let result = reserve(3)
    try append(
      ProgramOperation(
        kind: kind, first: Int32(first), second: Int32(second), result: Int32(result)))
    return result
  }

  /// `high` while the event is up, else `low`; `critical` is a slot.
  mutating func mixture(
    _ event: Int, high: Int, low: Int, critical: Int
  ) throws(ProgramOutgrown) -> Int {
    let result = reserve(3)
    try append(
      ProgramOperation(
        kind: .mixture, first: Int32(event), second: Int32(high), third: Int32(low),
        fourth: Int32(critical), result: Int32(result)))
    return result
  }

  /// P(`high` is up and `low` down) by subtraction, for what is multiplied by the slot `rate`.
  mutating func difference(
    high: Int, low: Int, rate: Int
  ) throws(ProgramOutgrown) -> Int {
    let result = reserve(1)
    subtracts = true
    try append(
      ProgramOperation(
        kind: .difference, first: Int32(high), second: Int32(low), third: Int32(rate),
        result: Int32(result)))
    return result
  }

  /// The sum of products of two slots each; terms that are 0 are left out.
  mutating func sum(_ terms: [(Int, Int)]) throws(ProgramOutgrown) -> Int {
    let terms = terms.filter { $0.0 != StructureProgram.zero && $0.1 != StructureProgram.zero }
    guard let first = terms.first else { return StructureProgram.zero }
    if terms.count == 1 {
      if Self.isOne(first.0) { return first.1 }
      if Self.isOne(first.1) { return first.0 }
    }
    let start = pairs.count
    for term in terms { pairs += [Int32(term.0), Int32(term.1)] }
    let result = reserve(1)
    try append(
      ProgramOperation(
        kind: .sumOfProducts, first: Int32(start), second: Int32(terms.count),
        result: Int32(result)), work: terms.count)
    return result
  }

  private static func isOne(_ slot: Int) -> Bool {
    slot == StructureProgram.one || slot == StructureProgram.upGate
  }

  /// A gate of three results that were worked out one by one.
  mutating func gate(
    up: [(Int, Int)], down: [(Int, Int)], frequency: [(Int, Int)]
  ) throws(ProgramOutgrown) -> Int {
    let result = reserve(3)
    for (place, terms) in [up, down, frequency].enumerated() {
      let start = pairs.count
      for term in terms { pairs += [Int32(term.0), Int32(term.1)] }
      try append(
        ProgramOperation(
          kind: .sumOfProducts, first: Int32(start), second: Int32(terms.count),
          result: Int32(result + place)), work: terms.count)
    }
    return result
  }

  /// At least `need` of independent members up.
  mutating func count(
    _ kinds: [MemberCount.Kind], need: Int
  ) throws(ProgramOutgrown) -> Int {
    let steps = MemberCount.steps(kinds, need: need)
    // Before anything is laid out for millions of members.
    guard steps <= StructureProgram.workLimit else { throw ProgramOutgrown(name: name) }
    let scratch = reserve(MemberCount.scratchSlots(kinds, need: need))
    let result = reserve(3)
    counts.append(MemberCount(kinds, need: need, scratch: scratch))
    let isFew = MemberCount.members(kinds) <= MemberCount.few
    try append(
      ProgramOperation(
        kind: kinds.count > 1 ? .members : isFew ? .fewAlike : .manyAlike,
        first: Int32(counts.count - 1), result: Int32(result)), work: steps)
    return result
  }

  /// P(0), P(1), … of some copies being up, a slot each.
  mutating func countLaw(_ gate: Int, copies: Int) throws(ProgramOutgrown) -> [Int] {
    let result = reserve(copies + 1)
    try append(
      ProgramOperation(
        kind: .countLaw, first: Int32(gate), second: Int32(copies), result: Int32(result)),
      work: copies * (copies + 1) / 2)
    return Array(result...result + copies)
  }
}
