/// The draws of all inputs in one block, in memory of their own.
struct InputBlock: ~Copyable {
  private let samplers: [InputSampler]
  private let names: [String]
  private let seed: UInt64
  private let memory: UnsafeMutablePointer<Double>

  private static let size = InputSampler.blockSize

  init(_ inputs: [UncertainInput], seed: UInt64) {
    samplers = inputs.map { InputSampler($0) }
    names = inputs.map(\.name)
    self.seed = seed
    memory = .allocate(capacity: 3 * inputs.count * Self.size)
    memory.initialize(repeating: 0, count: 3 * inputs.count * Self.size)
  }

  deinit { memory.deallocate() }

  private func lane(_ number: Int) -> UnsafeMutablePointer<Double> { memory + number * Self.size }

  /// Values of an input, draw by draw.
  func values(_ input: Int) -> UnsafeMutablePointer<Double> { lane(3 * input) }
  /// 1 minus those of a probability.
  func complements(_ input: Int) -> UnsafeMutablePointer<Double> { lane(3 * input + 1) }
  /// What rises with an input.
  func scores(_ input: Int) -> UnsafeMutablePointer<Double> { lane(3 * input + 2) }

  private func buffer(_ start: UnsafeMutablePointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(start: start, count: Self.size)
  }

  /// Draws the block of a number; the draws don't depend on whether they are scored.
  func fill(_ block: UInt64, isScored: Bool) {
    for (input, sampler) in samplers.enumerated() {
      sampler.fill(
        buffer(values(input)), complements: buffer(complements(input)),
        scores: isScored ? buffer(scores(input)) : nil, seed: seed, block: block)
    }
  }

  /// The first draws of the groups of eight in which an input's value is 0 or more than a `Double` holds.
  var groupsBeyondNumbers: [Int] {
    let inputs = samplers.indices.filter { !samplers[$0].isBounded }
    guard !inputs.isEmpty else { return [] }
    return stride(from: 0, to: Self.size, by: 8).filter { group in
      inputs.contains { input in
        (group..<group + 8).contains { !(values(input)[$0] > 0 && values(input)[$0].isFinite) }
      }
    }
  }

  /// Gives an input one value in all draws of the block.
  func hold(_ input: Int, at value: InputValue) {
    values(input).update(repeating: value.number, count: Self.size)
    complements(input).update(repeating: value.complement, count: Self.size)
  }

  /// The values of all inputs in one draw of the block.
  func draw(_ place: Int) -> [InputValue] {
    names.indices.map { InputValue(values($0)[place], complement: complements($0)[place]) }
  }

  /// The same with their names.
  func named(_ place: Int) -> [DrawnValue] {
    zip(names, draw(place)).map { DrawnValue(name: $0, value: $1) }
  }
}
