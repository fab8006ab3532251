/// Compiled draws against topologies built for them.
extension Propagation {
  /// So many of the first draws are checked.
  private static let firstDraws = 16
  /// And so many in which an input is at an end.
  private static let extremeDraws = 48
  /// The largest relative difference between the two ways.
  private static let tolerance = 1e-11

  /// Checks draws of the first block, of which `count` count.
  func check(
    _ block: borrowing InputBlock, _ figures: borrowing DrawnFigures, _ count: Int
  ) throws(PropagationFailure) {
    let extremes = extremeDraws(block, count).prefix(Self.extremeDraws)
    for draw in Array(0..<Self.firstDraws) + extremes {
      let exact = try rebuiltDraw(draw, block, draw)
      let found = figures.draw(draw, isTimed: isTimed)
      guard exact.difference(from: found) <= Self.tolerance else {
        throw .cannotCompile("compiled and rebuilt draws of \(name) differ")
      }
    }
  }

  /// For each input the draws in which it is lowest and highest.
  private func extremeDraws(_ block: borrowing InputBlock, _ count: Int) -> [Int] {
    var draws: [Int] = []
    for input in topology.inputs.indices {
      let scores = block.scores(input)
      var (lowest, highest) = (0, 0)
      for draw in 0..<count {
        if scores[draw] < scores[lowest] { lowest = draw }
        if scores[draw] > scores[highest] { highest = draw }
      }
      draws += [lowest, highest]
    }
    return draws
  }
}
