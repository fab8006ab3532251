import Quantities
import StructureFunctions
import Testing
import Topology

typealias Duration = Quantities.Duration

@Suite("Closed forms of rules in time")
struct ClosedFormTests {
  private func component(_ up: Law, _ down: Law) throws -> ClosedForm.Operand {
    .component(try Component(mtbf: up, mttr: down))
  }

  private let upFor30Days = Law.exponential(mean: .days(30))

  #if GSL
    // U = E[(R - b)+] / (E[X] + E[R]) with the excesses, in minutes, of a buffer of 10, 30 and 60 min:
    // 30 exp(-b / 30), and Black and Scholes' formula, both with 30 digits.
    @Test(
      "a buffer that drains at once, and absorption",
      arguments: [
        (
          Law.exponential(mean: .minutes(30)),
          [21.49593931721368, 11.03638323514327, 4.060058497098381]
        ),
        (
          Law.lognormal(mean: .minutes(30), sigma: 1),
          [21.0985556344445, 11.48774767644079, 5.718303457102752]
        ),
      ])
    func buffers(law: Law, excesses: [Double]) throws {
      let operand = try component(upFor30Days, law)
      for (minutes, excess) in zip([10, 30, 60] as [UInt32], excesses) {
        let expected = excess / (30 * 24 * 60 + 30)
        let effects = [
          AfterEffect.absorption(.minutes(minutes)), .buffer(Buffer(holds: .minutes(minutes))),
        ]
        for effect in effects {
          let form = ClosedForm.of(.afterEffect(effect), threshold: 1, operand: operand)
          let found = try #require(form)
          #expect(isClose(found.probability.complement, expected, to: 1e-12))
          #expect(isClose(found.probability.value, 1 - expected, to: 1e-15))
        }
      }
    }
  #endif

  // Up for 1,000 h, down for 1 to 5 h; absorbed for 2 h: an outage is seen with probability 3 / 4 and
  // then for 1.5 h on average.
  @Test("absorption by hand")
  func absorption() throws {
    let operand = try component(.fixed(.hours(1_000)), .uniform(from: .hours(1), to: .hours(5)))
    let form = try #require(absorbing(.hours(2), operand))
    #expect(isClose(form.probability.complement, 1.125 / 1_003, to: 1e-15))
    #expect(isClose(form.probability.value, 1_001.875 / 1_003, to: 1e-15))
    #expect(isClose(try #require(form.frequency).perSecond, 0.75 / (1_003 * 3_600), to: 1e-15))
  }

  private func absorbing(_ length: Duration, _ operand: ClosedForm.Operand) -> ClosedForm? {
    ClosedForm.of(.afterEffect(.absorption(length)), threshold: 1, operand: operand)
  }

  private func lagging(_ length: Duration, _ operand: ClosedForm.Operand) -> ClosedForm? {
    ClosedForm.of(.afterEffect(.lag(.fixed(length))), threshold: 1, operand: operand)
  }

  //  up   ____________          ______            Up for 2 to 6 h, down for 1 h, and 3 h more: of an
  //                   |________|      |________   up time of 6 h the last 3 are left, of one below
  //  seen ____________              __            3 h nothing.
  //                   |____________|  |________   E[(X - 3)+] = 9 / 8, P(X > 3) = 3 / 4.
  @Test("a lag by hand")
  func lag() throws {
    let operand = try component(
      .uniform(from: .hours(2), to: .hours(6)), .exponential(mean: .hours(1)))
    let form = try #require(lagging(.hours(3), operand))
    #expect(isClose(form.probability.value, 1.125 / 5, to: 1e-15))
    #expect(isClose(form.probability.complement, 3.875 / 5, to: 1e-15))
    #expect(isClose(try #require(form.frequency).perSecond, 0.75 / (5 * 3_600), to: 1e-15))
  }

  // A series of n is up for an exponential time of mean 1,000 h / n. With p = 1000 / 1001 for each:
  // A = p^n exp(-n r / 1000 h), and it fails n p^n exp(-n r / 1000 h) / 1000 h times an hour.
  @Test("a lag behind a series", arguments: [1, 2, 7, 60])
  func lagOfSeries(count: Int) throws {
    let component = try Component(
      mtbf: .exponential(mean: .hours(1_000)), mttr: .exponential(mean: .hours(1)))
    let form = try #require(
      lagging(.hours(20), .group(need: count, of: count, component)))
    let up = power(1_000 / 1_001 * exponential(-0.02), count)
    #expect(isClose(form.probability.value, up, to: 1e-12))
    #expect(isClose(form.probability.complement, 1 - up, to: 1e-12))
    let hourly = Double(count) * up / 1_000
    #expect(isClose(try #require(form.frequency).perSecond, hourly / 3_600, to: 1e-12))
    let fixed = try Component(mtbf: .exponential(mean: .hours(1_000)), mttr: .fixed(.hours(1)))
    let same = try #require(lagging(.hours(20), .group(need: count, of: count, fixed)))
    #expect(isClose(same.probability.value, up, to: 1e-12))
  }

  @Test("what is seen through no buffer at all is what there is")
  func nothing() throws {
    let operand = try component(upFor30Days, .lognormal(mean: .hours(1), sigma: 2))
    for form in [absorbing(.zero, operand), lagging(.zero, operand)] {
      let form = try #require(form)
      #expect(isClose(form.probability.complement, 1.0 / 721, to: 1e-12))
      #expect(isClose(form.probability.value, 720.0 / 721, to: 1e-12))
      #expect(isClose(try #require(form.frequency).perSecond, 1 / (721 * 3_600), to: 1e-12))
    }
  }

  @Test("thirty nines keep their digits")
  func manyNines() throws {
    let operand = try component(upFor30Days, .exponential(mean: .minutes(1)))
    let form = try #require(absorbing(.minutes(60), operand))
    #expect(isClose(form.probability.complement, exponential(-60) / 43_201, to: 1e-13))
  }

  @Test("maintenance takes its length out of each spacing")
  func maintenance() throws {
    let windows = Maintenance(every: .days(7), lasting: .hours(2), isRolling: true, scope: ["db"])
    let form = try #require(ClosedForm.of(.maintenance(windows, places: 3), threshold: 1))
    #expect(isClose(form.probability.complement, 1.0 / 84, to: 1e-15))
    #expect(isClose(form.probability.value, 83.0 / 84, to: 1e-15))
    #expect(form.frequency == (try Frequency.once(in: .days(7))))
    let always = Maintenance(every: .days(7), lasting: .days(7))
    let closed = ClosedForm.of(.maintenance(always, places: 1), threshold: 1)
    #expect(closed?.probability == .impossible)
    #expect(closed?.frequency == .never)
  }

  @Test("where no form is known there is none")
  func unknown() throws {
    let component = try Component(mtbf: .fixed(.hours(9)), mttr: .exponential(mean: .hours(1)))
    let slow = AfterEffect.buffer(Buffer(holds: .minutes(5), drain: 2))
    let random = AfterEffect.lag(.exponential(mean: .minutes(5)))
    let absorption = AfterEffect.absorption(.minutes(5))
    for effect in [slow, random] {
      let kind = TimedPart.Kind.afterEffect(effect)
      #expect(ClosedForm.of(kind, threshold: 1, operand: .component(component)) == nil)
    }
    let kind = TimedPart.Kind.afterEffect(absorption)
    let untimed = try Component(availability: .nines(3))
    #expect(ClosedForm.of(kind, threshold: 1, operand: .group(need: 1, of: 2, component)) == nil)
    #expect(ClosedForm.of(kind, threshold: 1, operand: .component(untimed)) == nil)
    #expect(ClosedForm.of(kind, threshold: 1) == nil)
  }
}
