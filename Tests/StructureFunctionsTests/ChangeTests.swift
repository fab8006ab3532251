import Quantities
import StructureFunctions
import Testing
import Topology

@Suite("Closed forms of deployments")
struct ChangeTests {
  private func form(_ changes: Changes, _ threshold: Double = 1) throws -> ClosedForm {
    try #require(ClosedForm.of(.changes(changes), threshold: threshold))
  }

  // Source: 30 deployments a month, 5 % fail, 60 min to restore: 90 min a month.
  @Test("failed deployments cost 90 min a month")
  func plain() throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.minutes(60)))
    let form = try form(changes)
    #expect(isClose(form.probability.complement * 43_200, 90, to: 1e-14))
    #expect(isClose(form.probability.value, 1 - 90.0 / 43_200, to: 1e-15))
    #expect(isClose(try #require(form.frequency).perSecond, 0.05 / 86_400, to: 1e-15))
  }

  // Source: the same with a 1 % canary of 10 min that catches 90 %, weighted by users: 0.05 a day of
  // 0.01 x 10 min + 0.1 x 60 min, 9.15 min a month.
  @Test("with a canary 9.15 min, weighted by users")
  func canary() throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.minutes(60)),
      canary: .init(share: try .percent(1), length: .minutes(10), catches: try .percent(90)))
    let (most, all) = (try form(changes, 0.99), try form(changes, 1))
    let lost = 0.99 * most.probability.complement + 0.01 * all.probability.complement
    #expect(isClose(lost * 43_200, 9.15, to: 1e-14))
    #expect(isClose(most.probability.complement, 0.005 * 60 / 1_440, to: 1e-14))
    #expect(isClose(all.probability.complement, 0.05 * 16 / 1_440, to: 1e-14))
    #expect(isClose(try #require(most.frequency).perSecond, 0.005 / 86_400, to: 1e-14))
    #expect(isClose(try #require(all.frequency).perSecond, 0.05 / 86_400, to: 1e-14))
  }

  //  changes  |     |     |     |     |        Every 4 h, half of them fail and take 6 h: in the
  //  failed   x           x     x              first 2 h after a change the last two matter, and
  //  effects  =========   =========            then the last one alone:
  //                             =========      U = (3/4 x 2 + 1/2 x 2) / 4 = 5 / 8.
  // It goes down when a change fails and the one before did not: 1/2 x 1/2 in 4 h.
  @Test("overlapping effects by hand")
  func overlap() throws {
    let changes = Changes(
      every: .hours(4), failing: try .percent(50), restoration: .fixed(.hours(6)))
    let form = try form(changes)
    #expect(isClose(form.probability.complement, 0.625, to: 1e-14))
    #expect(isClose(form.probability.value, 0.375, to: 1e-14))
    #expect(isClose(try #require(form.frequency).perSecond, 0.25 / 14_400, to: 1e-14))
  }

  // Every 4 h half of them fail and take 2 h or 6 h: in the first 2 h after a change it holds the
  // level down with 1/2 and the one before with 1/4, then the last alone with 1/4:
  // U = (5/8 x 2 + 1/4 x 2) / 4. It goes down when one fails and the one before doesn't hold it.
  @Test("restorations from data by hand")
  func observed() throws {
    let lives = try ObservedLives([.hours(6), .hours(2)])
    let changes = Changes(
      every: .hours(4), failing: try .percent(50), restoration: .empirical(lives))
    let form = try form(changes)
    #expect(isClose(form.probability.complement, 0.4375, to: 1e-14))
    #expect(isClose(form.probability.value, 0.5625, to: 1e-14))
    #expect(isClose(try #require(form.frequency).perSecond, 0.375 / 14_400, to: 1e-14))
  }

  // An effect as long as the spacing ends when the next begins: one outage.
  @Test("effects that meet are one outage")
  func meeting() throws {
    let changes = Changes(
      every: .hours(4), failing: try .percent(25), restoration: .fixed(.hours(4)))
    let form = try form(changes)
    #expect(isClose(form.probability.complement, 0.25, to: 1e-14))
    #expect(isClose(try #require(form.frequency).perSecond, 0.25 * 0.75 / 14_400, to: 1e-14))
  }

  //  trial   ---------|            A canary of 5 h every 2 h, all of them fail and none is caught:
  //  full             ======       full effects of 1 h begin at every odd hour, so that half of the
  //  change  |   |   |   |   |     time is down; with the trial counted all of it is.
  @Test("a trial longer than the spacing")
  func longTrial() throws {
    let changes = Changes(
      every: .hours(2), failing: .certain, restoration: .fixed(.hours(1)),
      canary: .init(share: try .percent(1), length: .hours(5), catches: .impossible))
    let full = try form(changes, 0.5)
    #expect(isClose(full.probability.complement, 0.5, to: 1e-14))
    #expect(isClose(try #require(full.frequency).perSecond, 1 / 7_200, to: 1e-14))
    let any = try form(changes, 1)
    #expect(any.probability.value == 0)
    #expect(any.frequency?.perSecond == 0)
  }

  @Test("a share that leaves enough is not down")
  func share() throws {
    let changes = Changes(
      every: .days(1), failing: try .percent(5), restoration: .fixed(.hours(1)),
      share: try .percent(20))
    #expect(try form(changes, 0.8).probability == .certain)
    #expect(try form(changes, 0.8).frequency == .never)
    #expect(isClose(try form(changes, 0.9).probability.complement, 0.05 / 24, to: 1e-14))
  }

  /// Changes with random restorations and what must come out at a threshold of 1, frequencies per
  /// second. The integrals with mpmath at 30 digits.
  static let known: [(Changes, threshold: Double, down: Double, up: Double, perSecond: Double)] = {
    let hourly = { (canary: Changes.Canary?) in
      Changes(
        every: .hours(1), failing: tail(0.3), restoration: .exponential(mean: .hours(1)),
        canary: canary)
    }
    let trial = { (minutes: UInt32) in
      Changes.Canary(share: tail(0.01), length: .minutes(minutes), catches: tail(0.9))
    }
    return [
      (
        Changes(
          every: .days(1), failing: tail(0.05),
          restoration: .lognormal(mean: .hours(1), sigma: 1)), 1,
        0.00208332238069848, 0.9979166776193015, 5.787000900649771e-7
      ),
      (hourly(nil), 1, 0.2746212332685585, 0.7253787667314415, 6.945640922821235e-5),
      (hourly(trial(10)), 1, 0.0787938580306141, 0.9212061419693859, 8.162403946899192e-5),
      (hourly(trial(90)), 0.9, 0.02973892932246954, 0.9702610706775305, 8.188521255525703e-6),
      (
        Changes(
          every: .days(1), failing: tail(0.2),
          restoration: .lognormal(mean: .hours(36), sigma: 0.01)), 1,
        0.28, 0.72, 1.851851851851852e-6
      ),
    ]
  }()

  private static func tail(_ value: Double) -> Probability {
    Probability(uncheckedValue: value, complement: 1 - value)
  }

  #if GSL
    @Test("random restorations", arguments: 0..<5)
    func random(place: Int) throws {
      let (changes, threshold, down, up, perSecond) = Self.known[place]
      let form = try form(changes, threshold)
      #expect(isClose(form.probability.complement, down, to: 1e-11))
      #expect(isClose(form.probability.value, up, to: 1e-11))
      #expect(isClose(try #require(form.frequency).perSecond, perSecond, to: 1e-11))
    }

    @Test("heavy tails that reach back too many changes have no closed form")
    func heavyTail() throws {
      let changes = Changes(
        every: .hours(1), failing: .certain, restoration: .weibull(mean: .hours(2), shape: 0.5))
      #expect(ClosedForm.of(.changes(changes), threshold: 1) == nil)
    }
  #endif
}
