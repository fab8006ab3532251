import Quantities

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A few draws of all inputs, for figures that are dear to work out.
///
/// They are the first draws of ``UncertainTopology/propagated(to:_:)`` with the same seed.
public struct InputSample: Sendable {
  /// The inputs.
  public let inputs: [UncertainInput]
  private let values: [[InputValue]]
  /// For each input what rises with it, draw by draw.
  private let scores: [[Double]]

  /// So many draws, 0 or more. Cost: 30 ns an input and draw at most; 40 bytes each.
  public init(_ inputs: [UncertainInput], seed: UInt64, draws: Int) {
    self.inputs = inputs
    var values: [[InputValue]] = []
    var scores = [[Double]](repeating: [], count: inputs.count)
    let block = InputBlock(inputs, seed: seed)
    for number in 0..<(draws + InputSampler.blockSize - 1) / InputSampler.blockSize {
      block.fill(UInt64(number), isScored: true)
      for place in 0..<min(draws - values.count, InputSampler.blockSize) {
        values.append(block.draw(place))
        for input in inputs.indices { scores[input].append(block.scores(input)[place]) }
      }
    }
    self.values = values
    self.scores = scores
  }

  /// The values of a draw, in the order of ``inputs``.
  public subscript(draw: Int) -> [InputValue] { values[draw] }

  /// How much each input matters to the logarithm of a figure, one value above 0 for each of the first
  /// draws; the largest share first, empty where the figure doesn't vary.
  ///
  /// The share is the squared correlation, corrected for what chance would explain (Wherry 1931): of
  /// what is linear in the input on the scale of its belief, which with a few hundred draws is all that
  /// can be told. Its standard error is 2 R (1 - R²) / √n (Olkin and Finn 1995).
  public func influences(of figures: [Double]) -> [InputInfluence] {
    guard figures.count > 8, figures.allSatisfy({ $0 > 0 && $0.isFinite }) else { return [] }
    let nines = figures.map { log10($0) }
    return inputs.indices.compactMap { influence(of: $0, nines) }
      .sorted { $0.share.value > $1.share.value }
  }

  private func influence(of input: Int, _ nines: [Double]) -> InputInfluence? {
    var sums = LineSums()
    for (score, figure) in zip(scores[input], nines) {
      sums.add(score - scores[input][0], figure - nines[0])
    }
    guard sums.variation > 0 else { return nil }
    let correlation = sums.correlation
    let count = Double(nines.count)
    let unexplained = 1 - correlation * correlation
    guard inputs.count > 1 else {
      return InputInfluence(input: inputs[input], share: .all, correlation: correlation)
    }
    let share = max(0, 1 - unexplained * (count - 1) / (count - 2))
    let error = max(2 * abs(correlation) * unexplained / count.squareRoot(), 1 / count)
    let reach = Estimate.intervalFactor * error
    return InputInfluence(
      input: inputs[input],
      share: Estimate(
        share, standardError: error, low: max(0, share - reach), high: min(1, share + reach)),
      correlation: correlation)
  }
}
