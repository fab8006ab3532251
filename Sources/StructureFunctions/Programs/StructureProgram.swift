/// The probability and frequency of some levels of a structure as a list of steps without branches,
/// every shared result worked out once: what ``StructureFunction`` does for one set of components, for
/// eight sets at a time.
///
/// All results but a ``ProgramOperation/Kind/difference`` are sums of positive terms. With n the number
/// of steps on the longest path the relative error of both tails is below 3 n × 2^-53, and of the
/// frequency below 4 n × 2^-53 plus ``frequencyErrorFactor`` × slack / frequency.
package struct StructureProgram: Sendable {
  /// Eight sets of components side by side.
  package typealias Lanes = SIMD8<Double>

  let operations: [ProgramOperation]
  /// The pairs of slots of sums of products.
  let pairs: [Int32]
  let counts: [MemberCount]
  /// How many registers it needs.
  package let slots: Int
  /// For each threshold the first of its gate's three slots: P(up), P(down), failures per second.
  package let outputs: [Int]
  /// Whether anything is formed by subtraction.
  package let subtracts: Bool

  /// The number of steps, those inside counts included.
  package let work: Int

  /// The number of steps.
  package var steps: Int { operations.count }

  /// Longer programs are refused.
  package static let stepLimit = 20_000
  /// So are those with more steps inside counts.
  package static let workLimit = 1_000_000

  /// The slots of the gate that is always down, then of the gate that is always up.
  static let downGate = 0
  static let upGate = 3
  /// Slots that hold 0 and 1.
  static let zero = 0
  static let one = 1
  /// The slot that gathers what subtraction may have lost: the sum over differences of the larger
  /// operand times the rate by which the difference is multiplied.
  package static let slack = 6
  /// Times slack is a bound on the absolute error of the frequency that subtraction brings: what tails
  /// of counts are rounded by, and 64 roundings more.
  package let frequencyErrorFactor: Double

  /// The first of the three slots of a value: P(up), P(down) and failures per second of a component.
  package static func slot(ofValue value: Int) -> Int { slack + 1 + 3 * value }

  /// Writes what never changes into fresh registers, as many as ``slots``.
  package func prepare(_ registers: UnsafeMutablePointer<Lanes>) {
    registers.initialize(repeating: Lanes(repeating: 0), count: slots)
    registers[Self.one] = Lanes(repeating: 1)
    registers[Self.upGate] = Lanes(repeating: 1)
  }
}

/// A program outgrew its limits: the structure must be evaluated gate by gate.
package struct ProgramOutgrown: Error, Sendable, Hashable, CustomStringConvertible {
  /// The part that was asked about.
  package let name: String

  /// One sentence for people.
  package var description: String {
    """
    \(name) takes more than \(StructureProgram.stepLimit) steps, or counts of more than \
    \(StructureProgram.workLimit)
    """
  }
}
