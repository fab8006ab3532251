import TestSupport
import Testing

/// The chains of takeovers in the cases that are known without them.
@Suite("Chains of takeovers")
struct FailoverChainTests {
  private func expect(_ found: Double, _ known: Double) {
    #expect(abs(found / known - 1) < 1e-12, "\(found) instead of \(known)")
  }

  private func pair(
    _ takeover: TakeoverTimes, standby: FailoverPairChain.Life = (300, 5)
  ) -> SmallChain<FailoverPairChain.State>.LongRun {
    FailoverPairChain(primary: (1000, 8), standby: standby, takeover).chain().longRun()
  }

  private let primary = 8.0 / 1008
  private let standby = 5.0 / 305

  @Test("a takeover that always works, at once, is redundancy")
  func instant() {
    let run = pair(TakeoverTimes(switching: 0, coverage: 1, manual: nil))
    expect(run.probability(of: \.isDown), primary * standby)
    expect(run.frequency(of: \.isDown), primary * standby * (1 / 8.0 + 1 / 5.0))
  }

  @Test("a takeover that never works leaves the primary alone")
  func never() {
    let run = pair(TakeoverTimes(switching: 0.1, coverage: 0, manual: nil))
    expect(run.probability(of: \.isDown), primary)
    expect(run.frequency(of: \.isDown), 1 / 1008)
  }

  // Down for the shorter of a takeover and the restoration, each outage of the primary.
  @Test("a standby that never fails", arguments: [nil, 2.0])
  func perfectStandby(manual: Double?) {
    let run = pair(
      TakeoverTimes(switching: 0.1, coverage: 0.9, manual: manual), standby: (.infinity, 1))
    let byHand = 1 / ((manual.map { 1 / $0 } ?? 0) + 1 / 8.0)
    let down = 0.9 / (1 / 0.1 + 1 / 8.0) + 0.1 * byHand
    expect(run.probability(of: \.isDown), down / 1008)
    expect(run.frequency(of: \.isDown), 1 / 1008)
  }

  // With the primary down all the while, nearly: the service is down in the takeover and with the
  // standby. Given p down, the takeover is over or not, independently of the standby.
  @Test("a takeover and a standby that fail by themselves")
  func product() {
    let takeover = TakeoverTimes(switching: 3, coverage: 1, manual: nil)
    // Of the primary's downtime the share before the takeover: mu / (mu + sigma).
    let before = (1 / 8.0) / (1 / 8.0 + 1 / 3.0)
    let after = before * 8 / 3
    expect(before + after, 1)
    // U = p's U x (before + after x P(standby down)), the standby being independent of p.
    expect(pair(takeover).probability(of: \.isDown), primary * (before + after * standby))
  }

  private func leader(
    _ need: Int, of count: Int, _ takeover: TakeoverTimes
  ) -> SmallChain<LeaderChain.State>.LongRun {
    LeaderChain(need, of: count, mtbf: 1000, mttr: 8, takeover).chain().longRun()
  }

  // Known answers, section "Groups and chains": a crew each.
  @Test(
    "an election at once leaves the quorum alone",
    arguments: [(1, 2, 6.29881582263e-5), (2, 3, 1.87964662643e-4), (3, 5, 4.93973648449e-6)])
  func instantElection(need: Int, count: Int, known: Double) {
    let run = leader(need, of: count, TakeoverTimes(switching: 0, coverage: 1, manual: nil))
    #expect(abs(run.probability(of: \.isDown) / known - 1) < 1e-11)
  }

  @Test("where all are needed there is nobody to take over")
  func allNeeded() {
    let run = leader(3, of: 3, TakeoverTimes(switching: 2, coverage: 0.5, manual: 20))
    let up = 1000.0 / 1008
    expect(run.probability(of: \.isDown), primary * (1 + up + up * up))
    expect(run.frequency(of: \.isDown), 3.0 / 1000 * up * up * up)
  }

  // 1 of 2 that never take over. With both up the leader fails at rate λ, and that state is left at
  // λ + μ: its share is A^2 λ / (λ + μ) = A^2 U. Down then, and with both down.
  @Test("without a takeover a follower serves only once both have failed")
  func noTakeover() {
    let run = leader(1, of: 2, TakeoverTimes(switching: 1, coverage: 0, manual: nil))
    let up = 1000.0 / 1008
    expect(run.probability(of: \.isDown), primary * primary + up * up * primary)
  }

  // The same with takeovers that end at rate σ: the share is A^2 λ / (λ + μ + σ).
  @Test("a takeover ends in an election, or by the old leader or the loss of the quorum")
  func takeover() {
    let run = leader(1, of: 2, TakeoverTimes(switching: 0.5, coverage: 1, manual: nil))
    let (up, rate) = (1000.0 / 1008, 1 / 1000.0)
    expect(
      run.probability(of: \.isDown),
      primary * primary + up * up * rate / (rate + 1 / 8.0 + 1 / 0.5))
  }

  // A takeover begins when the leader of three that are up fails, at λ A^3, and ends by itself, with
  // the old leader, or with a failure of one of the other two.
  @Test("2 of 3 with elections that may fail")
  func twoOfThree() {
    let run = leader(2, of: 3, TakeoverTimes(switching: 0.02, coverage: 0.95, manual: 0.5))
    let (up, rate) = (1000.0 / 1008, 1 / 1000.0)
    let others = 1 / 8.0 + 2 * rate
    let takeover = 0.95 / (1 / 0.02 + others) + 0.05 / (1 / 0.5 + others)
    let lostQuorum = primary * primary * (3 * up + primary)
    expect(run.probability(of: \.isDown), lostQuorum + up * up * up * rate * takeover)
  }
}
