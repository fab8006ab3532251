import StructureFunctions

/// Evaluates draws eight at a time by a program.
struct CompiledEvaluation: ~Copyable {
  private typealias Lanes = StructureProgram.Lanes

  private let rules: [ValueRule]
  private let program: StructureProgram
  private let scale: LevelScale
  private let registers: UnsafeMutablePointer<Lanes>

  /// More than this and a draw's frequency is worked out gate by gate.
  private static let errorLimit = 1e-11

  init(_ mapping: ComponentMapping, _ scale: LevelScale) throws(ProgramOutgrown) {
    rules = mapping.rules
    self.scale = scale
    program = try StructureProgram(
      mapping.structures, valueOfAtom: mapping.ruleOfAtom, values: mapping.rules.count)
    registers = .allocate(capacity: program.slots)
    program.prepare(registers)
    for (number, rule) in rules.enumerated() {
      guard case .constant(let up, let down, let frequency) = rule else { continue }
      Self.store(
        Lanes(repeating: up), Lanes(repeating: down), Lanes(repeating: frequency),
        registers + StructureProgram.slot(ofValue: number))
    }
  }

  /// The steps of a draw.
  var work: Int { program.work }

  deinit { registers.deallocate() }

  /// Evaluates a whole block into the figures from `start` on; returns the first draws of the groups
  /// of eight that hold something doubtful: no number, or a frequency that subtraction may have spoilt.
  /// No allocation but for those.
  func evaluate(
    _ block: borrowing InputBlock, into figures: borrowing DrawnFigures, at start: Int
  ) -> [Int] {
    var doubtful: [Int] = []
    for place in stride(from: 0, to: InputSampler.blockSize, by: Lanes.scalarCount) {
      for number in rules.indices { fill(number, block, place) }
      program.evaluate(registers)
      store(into: figures, at: start + place)
      if isDoubtful { doubtful.append(place) }
    }
    return doubtful
  }

  private var isDoubtful: Bool {
    guard let down = scale.down else { return false }
    let output = registers + program.outputs[down]
    let isNumber = output[0] + output[1] + output[2] .< Lanes(repeating: .infinity)
    guard program.subtracts else { return !all(isNumber) }
    let lost = registers[StructureProgram.slack] * program.frequencyErrorFactor
    return !all(isNumber .& (lost .<= output[2] * Self.errorLimit))
  }

  // MARK: Components

  @inline(__always)
  private func fill(_ number: Int, _ block: borrowing InputBlock, _ place: Int) {
    let value = registers + StructureProgram.slot(ofValue: number)
    switch rules[number] {
    case .constant: return
    case .times(let up, let down):
      let uptime = Self.lanes(up, block, place)
      let downtime = Self.lanes(down, block, place)
      // One failure in each up time and restoration.
      let rate = 1 / (uptime + downtime)
      Self.store(uptime * rate, downtime * rate, rate, value)
    case .restored(let availability, let restoration):
      let (up, down) = Self.tails(availability, block, place)
      let rate = restoration.map { down / Self.lanes($0, block, place) }
      Self.store(up, down, rate ?? Lanes(repeating: 0), value)
    case .operating(let availability, let uptime):
      let (up, down) = Self.tails(availability, block, place)
      Self.store(up, down, up / Self.lanes(uptime, block, place), value)
    }
  }

  @inline(__always)
  private static func store(
    _ up: Lanes, _ down: Lanes, _ rate: Lanes, _ value: UnsafeMutablePointer<Lanes>
  ) {
    value[0] = up
    value[1] = down
    value[2] = rate
  }

  @inline(__always)
  private static func lanes(
    _ multiple: InputMultiple, _ block: borrowing InputBlock, _ place: Int
  ) -> Lanes {
    guard let input = multiple.input else { return Lanes(repeating: multiple.factor) }
    return load(block.values(input), place) * multiple.factor
  }

  @inline(__always)
  private static func tails(
    _ availability: ValueRule.Availability, _ block: borrowing InputBlock, _ place: Int
  ) -> (up: Lanes, down: Lanes) {
    switch availability {
    case .constant(let up, let down): (Lanes(repeating: up), Lanes(repeating: down))
    case .input(let input):
      (load(block.values(input), place), load(block.complements(input), place))
    }
  }

  @inline(__always)
  private static func load(_ values: UnsafeMutablePointer<Double>, _ place: Int) -> Lanes {
    UnsafeRawPointer(values + place).loadUnaligned(as: Lanes.self)
  }

  // MARK: Figures

  private func store(into figures: borrowing DrawnFigures, at start: Int) {
    var lost = Lanes(repeating: scale.lostAtMost)
    for (place, output) in program.outputs.enumerated() {
      lost += registers[output + 1] * scale.step(place)
      if place == scale.down {
        figures.up.store(Self.atMostOne(registers[output]), at: start)
        figures.down.store(Self.atMostOne(registers[output + 1]), at: start)
        figures.frequency.store(registers[output + 2], at: start)
      }
      if place == scale.full {
        figures.lessThanFull.store(Self.atMostOne(registers[output + 1]), at: start)
      }
    }
    figures.levelLost.store(Self.atMostOne(lost), at: start)
  }

  /// Rounding may carry a sum of positive terms above 1.
  @inline(__always)
  private static func atMostOne(_ sum: Lanes) -> Lanes {
    sum.replacing(with: 1, where: sum .> 1)
  }
}
