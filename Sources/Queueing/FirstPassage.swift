/// The phase in which a queue with phases first comes down a level, where all levels are alike.
///
/// G is the smallest solution of A2 + A1 G + A0 G^2 = 0 (Neuts 1981, section 3.1) by logarithmic
/// reduction (Latouche and Ramaswami 1993), whose k-th step looks 2^k levels up. All sums are of
/// positive terms: I - U of each step has the row sums of H^2 + L^2, and is eliminated by them.
struct FirstPassage {
  /// G: the chance of each phase on first coming down, by the phase at the start.
  let phases: PositiveMatrix

  private static let mostSteps = 80

  /// Levels between which one goes up at `up[i]` and down at `down[i]` in phase i, while the phase
  /// changes at `changes`. Cost: 8 n^3 products a step, 10 to 30 steps. Throws
  /// ``QueueingError/noConvergence`` when a level up is not forgotten after 2^80 levels.
  init(changes: PositiveMatrix, up: [Double], down: [Double]) throws(QueueingError) {
    let local = PositiveElimination(rates: changes, rowSums: zip(up, down).map { $0 + $1 })
    var rise = local.solve(PositiveMatrix(diagonal: up))
    var fall = local.solve(PositiveMatrix(diagonal: down))
    var passage = fall
    var pending = rise
    for _ in 0..<Self.mostSteps {
      (rise, fall) = Self.doubled(rise, fall)
      passage = passage + pending * fall
      pending = pending * rise
      if (0..<pending.size).allSatisfy({ pending.rowSum($0) < 1e-20 }) {
        phases = passage
        return
      }
    }
    throw .noConvergence
  }

  /// The chances to reach 2 m levels up or down first, from those of m levels.
  private static func doubled(
    _ rise: PositiveMatrix, _ fall: PositiveMatrix
  ) -> (rise: PositiveMatrix, fall: PositiveMatrix) {
    let twiceUp = rise * rise
    let twiceDown = fall * fall
    let back = rise * fall + fall * rise
    let left = (0..<rise.size).map { twiceUp.rowSum($0) + twiceDown.rowSum($0) }
    let stay = PositiveElimination(rates: back, rowSums: left)
    return (stay.solve(twiceUp), stay.solve(twiceDown))
  }
}
