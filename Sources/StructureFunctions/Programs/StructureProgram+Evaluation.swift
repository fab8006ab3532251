/// The interpreter.
extension StructureProgram {
  /// Works out all outputs from the values in the registers. No allocation. Cost: 5 to 10 ns a step
  /// for eight lanes; of a count its members times its limit.
  package func evaluate(_ registers: UnsafeMutablePointer<Lanes>) {
    if subtracts { registers[Self.slack] = Lanes(repeating: 0) }
    operations.withUnsafeBufferPointer { steps in
      for step in steps { perform(step, registers) }
    }
  }

  @inline(__always)
  private func perform(_ step: ProgramOperation, _ registers: UnsafeMutablePointer<Lanes>) {
    let result = registers + Int(step.result)
    let first = registers + Int(step.first)
    let second = registers + Int(step.second)
    switch step.kind {
    case .all: Self.conjunction(first, second, result)
    case .any: Self.disjunction(first, second, result)
    case .mixture:
      Self.mixture(first, second, registers + Int(step.third), registers[Int(step.fourth)], result)
    case .sumOfProducts: result.pointee = sum(step, registers)
    case .difference: Self.difference(first, second, registers[Int(step.third)], registers, result)
    case .members: members(counts[Int(step.first)], registers, result)
    case .fewAlike: fewAlike(counts[Int(step.first)], registers, result)
    case .manyAlike: manyAlike(counts[Int(step.first)], registers, result)
    case .countLaw: Self.countLaw(first, copies: Int(step.second), result)
    }
  }

  /// A = A1 A2, U = U1 + A1 U2; it fails when one does while the other is up.
  @inline(__always)
  private static func conjunction(
    _ first: UnsafeMutablePointer<Lanes>, _ second: UnsafeMutablePointer<Lanes>,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    let (ups, otherUps) = (first[0], second[0])
    result[0] = ups * otherUps
    result[1] = first[1] + ups * second[1]
    result[2] = first[2] * otherUps + second[2] * ups
  }

  /// U = U1 U2, A = A1 + U1 A2; it fails when one does while the other is down.
  @inline(__always)
  private static func disjunction(
    _ first: UnsafeMutablePointer<Lanes>, _ second: UnsafeMutablePointer<Lanes>,
    _ result: UnsafeMutablePointer<Lanes>
  ) {
    let (downs, otherDowns) = (first[1], second[1])
    result[0] = first[0] + downs * second[0]
    result[1] = downs * otherDowns
    result[2] = first[2] * otherDowns + second[2] * downs
  }

  /// Total probability over an event that is independent of both gates.
  @inline(__always)
  private static func mixture(
    _ event: UnsafeMutablePointer<Lanes>, _ high: UnsafeMutablePointer<Lanes>,
    _ low: UnsafeMutablePointer<Lanes>, _ critical: Lanes, _ result: UnsafeMutablePointer<Lanes>
  ) {
    let (ups, downs) = (event[0], event[1])
    result[0] = ups * high[0] + downs * low[0]
    result[1] = ups * high[1] + downs * low[1]
    result[2] = event[2] * critical + ups * high[2] + downs * low[2]
  }

  @inline(__always)
  private func sum(
    _ step: ProgramOperation, _ registers: UnsafeMutablePointer<Lanes>
  ) -> Lanes {
    pairs.withUnsafeBufferPointer { pairs in
      var sum = Lanes(repeating: 0)
      var place = Int(step.first)
      for _ in 0..<step.second {
        sum += registers[Int(pairs[place])] * registers[Int(pairs[place + 1])]
        place += 2
      }
      return sum
    }
  }

  /// From the smaller tails, lane by lane.
  private static func difference(
    _ high: UnsafeMutablePointer<Lanes>, _ low: UnsafeMutablePointer<Lanes>, _ rate: Lanes,
    _ registers: UnsafeMutablePointer<Lanes>, _ result: UnsafeMutablePointer<Lanes>
  ) {
    for lane in 0..<Lanes.scalarCount {
      let isSmallDown = low[1][lane] < high[0][lane]
      let larger = isSmallDown ? low[1][lane] : high[0][lane]
      let smaller = isSmallDown ? high[1][lane] : low[0][lane]
      result.pointee[lane] = max(0, larger - smaller)
      registers[slack][lane] += larger * rate[lane]
    }
  }
}
