import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// Programs of eight sets of components at a time against the engine that takes one.
@Suite("structure programs = exact engine")
struct StructureProgramTests {
  typealias Lanes = StructureProgram.Lanes

  /// The largest relative errors met, and what was covered.
  struct Found: Sendable {
    var thresholds = 0
    var programs = 0
    var subtracting = 0
    var steps = 0
    var probability = 0.0
    /// Beyond what the slack allows for.
    var frequency = 0.0
    var failures: [String] = []
  }

  /// The same topology with other availabilities, by the number of a lane; the first is itself.
  private static func variant(_ topology: Topology, _ lane: Int) throws -> Topology {
    let change: (Component) -> Component = { component in
      guard lane > 0, component.availability.complement > 0, component.availability.value > 0 else {
        return component
      }
      var random = SplitMix64(seed: UInt64(lane) &+ component.availability.value.bitPattern)
      let factors: [Double] = [0.01, 0.3, 0.9, 1.3, 4, 50]
      let factor = factors.randomElement(using: &random) ?? 1
      let odds = component.availability.complement / component.availability.value * factor
      let up = Probability(uncheckedValue: 1 / (1 + odds), complement: odds / (1 + odds))
      let other = try? Component(availability: up, mttr: component.restoration)
      return (other ?? component).carrying(component.capacity)
    }
    return try Topology(
      definitions: topology.definitions(replacingComponents: change),
      families: topology.families(replacingComponents: change))
  }

  /// What eight variants of a topology come to, by a program and by the engine.
  private static func compare(_ drawn: RandomTopology, _ found: inout Found) throws {
    var engines: [StructureFunction] = []
    for lane in 0..<Lanes.scalarCount {
      engines.append(
        try StructureFunction(try variant(drawn.topology, lane), of: drawn.subject))
    }
    let levels = engines[0].positiveLevels
    let step = 1 + levels.count / 6
    for level in stride(from: 0, to: levels.count, by: step).map({ levels[$0] }) {
      let structures = try engines.map { try $0.structure(atLeast: level) }
      guard structures.allSatisfy({ $0.hasSameGates(as: structures[0]) }) else {
        found.failures.append("seed \(drawn.seed): the gates depend on the numbers")
        return
      }
      let exact = try engines.map { try $0.figures(atLeast: level) }
      try compare(structures, exact, "seed \(drawn.seed), level \(level)", &found)
    }
  }

  static func compare(
    _ structures: [ThresholdStructure], _ exact: [StructureFunction.Figures], _ label: String,
    _ found: inout Found
  ) throws {
    let atoms = structures[0].components.count
    let program = try StructureProgram(
      [structures[0]], valueOfAtom: [Array(0..<atoms)], values: atoms)
    let registers = UnsafeMutablePointer<Lanes>.allocate(capacity: program.slots)
    defer { registers.deallocate() }
    program.prepare(registers)
    for atom in 0..<atoms {
      for (lane, structure) in structures.enumerated() {
        let slot = StructureProgram.slot(ofValue: atom)
        let component = structure.components[atom] ?? .perfect
        registers[slot][lane] = component.availability.value
        registers[slot + 1][lane] = component.availability.complement
        registers[slot + 2][lane] = component.failureFrequency?.perSecond ?? .nan
      }
    }
    program.evaluate(registers)
    found.programs += 1
    found.steps += program.steps
    if program.subtracts { found.subtracting += 1 }
    for lane in exact.indices { check(program, registers, exact[lane], lane, label, &found) }
  }

  private static func check(
    _ program: StructureProgram, _ registers: UnsafeMutablePointer<Lanes>,
    _ exact: StructureFunction.Figures, _ lane: Int, _ label: String, _ found: inout Found
  ) {
    found.thresholds += 1
    let output = program.outputs[0]
    let rate = exact.frequency?.perSecond ?? .nan
    let slack = registers[StructureProgram.slack][lane] * program.frequencyErrorFactor
    let up = error(registers[output][lane], exact.probability.value)
    let down = error(registers[output + 1][lane], exact.probability.complement)
    let allowed = rate > 0 ? slack / rate + exact.frequencyError : 0
    let frequency = error(registers[output + 2][lane], rate) - allowed
    found.probability = max(found.probability, up, down)
    found.frequency = max(found.frequency, frequency)
    if !(up < 1e-12 && down < 1e-12 && frequency < 1e-12) {
      found.failures.append("\(label), lane \(lane): \(up) \(down) \(frequency) \(allowed)")
    }
  }

  /// Below 1e-280 digits are lost by either.
  private static func error(_ value: Double, _ exact: Double) -> Double {
    if value == exact || abs(exact) < 1e-280 && abs(value) < 1e-279 { return 0 }
    return abs(value / exact - 1)
  }

  @Test("random topologies, all levels: both tails and the frequency to 1e-12")
  func randomTopologies() throws {
    var found = Found()
    for seed in 1...400 as ClosedRange<UInt64> {
      let sizes = [1...4, 5...9, 10...16, 17...40][Int(seed % 4)]
      guard let drawn = RandomTopology(seed: seed, components: sizes) else { continue }
      do {
        try Self.compare(drawn, &found)
      } catch StructureFunctionError.tooManyLevels {
        continue
      }
    }
    for failure in found.failures.prefix(5) { Issue.record(Comment(rawValue: failure)) }
    #expect(found.failures.isEmpty, "\(found.failures.count) figures missed")
    #expect(found.thresholds > 4_000)
    print(
      """
      \(found.programs) programs of \(found.steps) steps in all, \(found.subtracting) with differences; \
      largest relative errors: tails \(found.probability), frequency \(found.frequency)
      """)
  }

  @Test("flows of random topologies too")
  func flows() throws {
    var found = Found()
    for seed in 1...150 as ClosedRange<UInt64> {
      guard let drawn = RandomTopology(flowsFrom: seed, components: 3...14) else { continue }
      do {
        try Self.compare(drawn, &found)
      } catch StructureFunctionError.tooManyLevels {
        continue
      }
    }
    for failure in found.failures.prefix(5) { Issue.record(Comment(rawValue: failure)) }
    #expect(found.failures.isEmpty, "\(found.failures.count) figures missed")
    #expect(found.thresholds > 1_000)
    print(
      """
      \(found.programs) programs of \(found.steps) steps in all, \(found.subtracting) with differences; \
      largest relative errors: tails \(found.probability), frequency \(found.frequency)
      """)
  }

  @Test("a count of too many unlike members is refused by name")
  func outgrown() throws {
    let members = try (1...3_000).map { number in
      Expression.component(
        try Component(availability: Probability(DecimalNumber("0.9\(number)"))))
    }
    let topology = try Topology(
      definitions: [Definition("crowd", .expression(.atLeast(1_500, of: members)))])
    let structure = try StructureFunction(topology, of: "crowd").structure(atLeast: 1)
    let atoms = structure.components.count
    #expect(throws: ProgramOutgrown.self) {
      try StructureProgram([structure], valueOfAtom: [Array(0..<atoms)], values: atoms)
    }
  }
}
