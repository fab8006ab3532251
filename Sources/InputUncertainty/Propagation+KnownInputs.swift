extension Propagation {
  /// So many inputs are tried, with so many draws at most.
  private static let triedInputs = 10
  private static let triedDraws = 4_096

  /// The influences with what would be believed if the input were known, for the first of them. The
  /// draws of the other inputs are the same as before.
  func withKnown(
    _ influences: [InputInfluence], _ medians: [InputValue],
    _ evaluation: borrowing CompiledEvaluation, _ block: borrowing InputBlock, _ draws: Int
  ) throws(PropagationFailure) -> [InputInfluence] {
    var influences = influences
    let draws = min(draws, Self.triedDraws)
    for place in influences.indices.prefix(Self.triedInputs) {
      guard let input = topology.inputs.firstIndex(of: influences[place].input) else { continue }
      influences[place].unavailabilityIfKnown = try interval(
        holding: input, at: medians[input], evaluation, block, draws)
    }
    return influences
  }

  private func interval(
    holding input: Int, at value: InputValue, _ evaluation: borrowing CompiledEvaluation,
    _ block: borrowing InputBlock, _ draws: Int
  ) throws(PropagationFailure) -> CredibleInterval {
    let size = InputSampler.blockSize
    let blocks = (draws + size - 1) / size
    let figures = DrawnFigures(blocks: blocks)
    for number in 0..<blocks {
      block.fill(UInt64(number), isScored: false)
      block.hold(input, at: value)
      let doubtful = evaluation.evaluate(block, into: figures, at: number * size)
      try replace(doubtful, block, figures, number, min(size, draws - number * size))
    }
    return CredibleInterval(of: figures.down.first(draws))
  }
}
