import TestSupport
import Testing

/// The chains that the simulation is compared with, beside known answers of their own.
@Suite("Small chains")
struct SmallChainTests {
  /// `count` members with so many crews; the state is how many are down.
  private func group(_ count: Int, mtbf: Double, mttr: Double, crews: Int) -> SmallChain<Int> {
    SmallChain(from: 0) { down in
      var moves: [(to: Int, rate: Double)] = []
      if down < count { moves.append((down + 1, Double(count - down) / mtbf)) }
      if down > 0 { moves.append((down - 1, Double(min(down, crews)) / mttr)) }
      return moves
    }
  }

  private func expect(_ found: Double, _ known: Double, within error: Double = 1e-11) {
    #expect(abs(found / known - 1) < error, "\(found) instead of \(known)")
  }

  // Known answers, section "Groups and chains".
  @Test(
    "unavailability and mean time to the first outage",
    arguments: [
      (2, 1, 8.0, 1, 1.25968381936e-4, 64000.0), (5, 3, 8, 1, 2.99770632418e-5, 277866.666666667),
      (3, 2, 1, 1, 5.988000036e-6, 167500), (2, 1, 8, 9, 6.29881582263e-5, 64000),
      (3, 2, 8, 9, 1.87964662643e-4, 21666.6666666667), (5, 3, 8, 9, 4.93973648449e-6, 548700),
    ])
  func knownGroups(
    count: Int, need: Int, mttr: Double, crews: Int, unavailability: Double, time: Double
  ) {
    let chain = group(count, mtbf: 1000, mttr: mttr, crews: crews)
    expect(chain.longRun().probability { count - $0 < need }, unavailability)
    expect(chain.meanTime { count - $0 < need }, time)
  }

  // Ford et al. (2010): 20 pieces of which 12 are needed, a day's rates, one recovery at a time. Plain
  // elimination returns a negative mean time.
  @Test("a mean time of 3.8e22 days")
  func manyPieces() {
    let chain = SmallChain(from: 0) { (lost: Int) -> [(to: Int, rate: Double)] in
      let failures = [(to: lost + 1, rate: Double(20 - lost) * 8.1345e-3)]
      return lost > 0 ? failures + [(lost - 1, 66.013)] : failures
    }
    expect(chain.meanTime { $0 > 8 }, 3.80893317084e22)
  }

  // The rules written out member by member lump to the birth and death chain.
  @Test("members one by one give the same as their number")
  func memberByMember() {
    let lumped = group(4, mtbf: 100, mttr: 7, crews: 2).longRun()
    let members = CoupledChain([.init(4, need: 4, mtbf: 100, mttr: 7)], crews: 2)
    let chain = members.chain().longRun()
    for need in 1...4 {
      expect(chain.probability { members.up(0, $0) < need }, lumped.probability { 4 - $0 < need })
      expect(chain.frequency { members.up(0, $0) < need }, lumped.frequency { 4 - $0 < need })
    }
  }
}
