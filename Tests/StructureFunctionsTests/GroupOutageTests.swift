import Quantities
import StructureFunctions
import Testing
import Topology

/// A group, so many hours of absorption, and what must come out, frequencies per hour.
struct KnownGroup: Sendable, CustomTestStringConvertible {
  let need: Int
  let count: Int
  let hours: (up: UInt32, down: UInt32, absorbed: UInt32)
  let down: Double
  let up: Double
  let perHour: Double

  var testDescription: String { "\(need) of \(count), absorbed for \(hours.absorbed) h" }

  var component: Component {
    get throws {
      try Component(
        mtbf: .exponential(mean: .hours(hours.up)), mttr: .exponential(mean: .hours(hours.down)))
    }
  }

  func form(absorbing length: Quantities.Duration) throws -> ClosedForm? {
    ClosedForm.of(
      .afterEffect(.absorption(length)), threshold: 1,
      operand: .group(need: need, of: count, try component))
  }
}

@Suite("Outages of groups with exponential times")
struct GroupOutageTests {
  // The eigenproblem of the down states with mpmath at 60 digits.
  static let known = [
    KnownGroup(
      need: 2, count: 3, hours: (500, 5, 5), down: 3.999433283640367e-5, up: 0.9999600056671636,
      perHour: 1.587843898256148e-5),
    KnownGroup(
      need: 2, count: 3, hours: (500, 5, 100), down: 1.808210564151246e-21, up: 1,
      perHour: 7.162581486300235e-22),
    KnownGroup(
      need: 3, count: 5, hours: (1_000, 8, 2), down: 2.342765424974481e-6, up: 0.999997657234575,
      perHour: 8.727244580492137e-7),
    KnownGroup(
      need: 3, count: 5, hours: (1_000, 8, 300), down: 3.705922441854601e-54, up: 1,
      perHour: 1.368469244781412e-54),
    KnownGroup(
      need: 3, count: 5, hours: (10, 8, 2), down: 0.2485669137951541, up: 0.7514330862048459,
      perHour: 0.05408556894242639),
    KnownGroup(
      need: 3, count: 5, hours: (10, 8, 60), down: 3.18637741813554e-6, up: 0.9999968136225819,
      perHour: 6.158285339972356e-7),
    KnownGroup(
      need: 180, count: 200, hours: (500, 5, 1), down: 6.963317153691219e-17, up: 1,
      perHour: 2.13353186638317e-16),
    KnownGroup(
      need: 180, count: 200, hours: (500, 5, 50), down: 4.459352307660547e-73, up: 1,
      perHour: 1.172319808305449e-72),
    KnownGroup(
      need: 100, count: 200, hours: (5, 5, 1), down: 0.2331245009720479, up: 0.7668754990279521,
      perHour: 0.114489691743534),
    KnownGroup(
      need: 100, count: 200, hours: (5, 5, 20), down: 0.0001065144547394658,
      up: 0.9998934855452605, perHour: 4.260578348597157e-5),
    KnownGroup(
      need: 50, count: 60, hours: (1_000, 1, 6), down: 7.177384954322563e-50, up: 1,
      perHour: 7.581984140621559e-49),
  ]

  @Test("against 60 digits", arguments: known)
  func knownGroups(known: KnownGroup) throws {
    let form = try #require(try known.form(absorbing: .hours(known.hours.absorbed)))
    #expect(isClose(form.probability.complement, known.down, to: 1e-11))
    #expect(isClose(form.probability.value, known.up, to: 1e-14))
    #expect(isClose(try #require(form.frequency).perSecond * 3_600, known.perHour, to: 1e-11))
  }

  /// All n down, n crews: the outage is exponential of rate n mu, so absorption for b leaves
  /// exp(-n mu b) of everything.
  @Test("one of n", arguments: [1, 2, 3, 8])
  func oneOfMany(count: Int) throws {
    let group = KnownGroup(
      need: 1, count: count, hours: (100, 5, 3), down: 0, up: 0, perHour: 0)
    let form = try #require(try group.form(absorbing: .hours(3)))
    let down = power(5.0 / 105, count)
    let left = exponential(-0.6 * Double(count))
    #expect(isClose(form.probability.complement, down * left, to: 1e-13))
    let perHour = down * Double(count) / 5 * left
    #expect(isClose(try #require(form.frequency).perSecond * 3_600, perHour, to: 1e-13))
  }

  /// The same by uniformisation of the chain of the number down, whose sums are positive too.
  @Test("against a chain", arguments: 0..<40)
  func chains(seed: UInt64) throws {
    var numbers = SmallNumbers(seed)
    let count = Int(numbers.next(below: 12)) + 1
    let group = KnownGroup(
      need: Int(numbers.next(below: UInt64(count))) + 1, count: count,
      hours: (
        UInt32(numbers.next(below: 400)) + 1, UInt32(numbers.next(below: 20)) + 1,
        UInt32(numbers.next(below: 30))
      ), down: 0, up: 0, perHour: 0)
    let form = try #require(try group.form(absorbing: .hours(group.hours.absorbed)))
    let chain = GroupChain(group)
    let seen = chain.seen(after: Double(group.hours.absorbed))
    #expect(isClose(form.probability.complement, seen.down, to: 1e-10))
    #expect(isClose(try #require(form.frequency).perSecond * 3_600, seen.perHour, to: 1e-10))
    #expect(abs(form.probability.value + form.probability.complement - 1) < 1e-13)
  }

  /// The slowest branch is then many orders of magnitude slower than the fastest.
  @Test("members mostly down have the right answer or none", arguments: [1, 5, 25, 125, 625])
  func mostlyDown(down: UInt32) throws {
    let group = KnownGroup(
      need: 8, count: 12, hours: (1, down, 5), down: 0, up: 0, perHour: 0)
    let form = try group.form(absorbing: .hours(5))
    #expect(form != nil || down > 5)
    let seen = GroupChain(group).seen(after: 5)
    if let form {
      #expect(isClose(form.probability.complement, seen.down, to: 1e-10))
      #expect(isClose(try #require(form.frequency).perSecond * 3_600, seen.perHour, to: 1e-10))
    }
  }

  @Test("a longer absorption hides more, and as often")
  func monotone() throws {
    let group = KnownGroup(need: 6, count: 9, hours: (50, 5, 0), down: 0, up: 0, perHour: 0)
    var last = try #require(try group.form(absorbing: .zero))
    for minutes in stride(from: 10 as UInt32, through: 6_000, by: 10) {
      let form = try #require(try group.form(absorbing: .minutes(minutes)))
      #expect(form.probability.complement < last.probability.complement)
      #expect(try #require(form.frequency) < #require(last.frequency))
      last = form
    }
  }
}
