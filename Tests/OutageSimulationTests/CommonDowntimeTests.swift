import Quantities
import Testing
import Topology

@testable import OutageSimulation

@Suite("Downtimes that many windows have in common")
struct CommonDowntimeTests {
  private static let hour: Int64 = 3_600_000_000_000

  /// An hour of maintenance in each 30 days, and outages of a second; or what is down for years.
  private static func simulation(
    mtbf: Duration, mttr: Duration = .seconds(1), maintained: Bool = true,
    thresholds: [Int64] = [], threads: Int? = nil
  ) throws -> OutageSimulation {
    let component = try Component(
      mtbf: .exponential(mean: mtbf), mttr: .exponential(mean: mttr))
    let topology = try Topology(definitions: [
      Definition("a", .expression(.component(component))),
      Definition("mw", .maintenance(Maintenance(every: .days(30), lasting: .hours(1)))),
      Definition("m", .expression(maintained ? "a" & "mw" : "a")),
    ])
    var request = SimulationRequest(horizon: .days(30))
    request.sampling = .plain
    request.stopping = .runs(4_000)
    request.thresholds = thresholds.map { .ticks($0) }
    request.threads = threads
    return try OutageSimulation(topology, of: "m", request)
  }

  private static func exceedance(_ estimates: DowntimeEstimates, _ ticks: Int64) -> Double {
    estimates.exceedance(of: .ticks(ticks)).probability.value
  }

  @Test("are points of the curve: all windows have more than a nanosecond less, none has more")
  func alone() async throws {
    let result = await (try Self.simulation(mtbf: .years(100_000))).run()
    let downtime = try #require(result.downtime)
    #expect(Self.exceedance(downtime, Self.hour - 1) == 1)
    #expect(Self.exceedance(downtime, Self.hour) == 0)
    #expect(Self.exceedance(downtime, Self.hour + 1) == 0)
    #expect(downtime.share(above: .minutes(55), atMost: .minutes(60)).value == 1)
    #expect(downtime.share(above: .minutes(60), atMost: .minutes(65)).value == 0)
    for quantile in [downtime.p50, downtime.p90, downtime.p99] {
      #expect(quantile.value == 3_600 && quantile.low == 3_600 && quantile.high == 3_600)
    }
    // A threshold worked out in seconds misses the hour by less than a nanosecond.
    let near = try Duration(seconds: 3_600 * (1 - 0x1p-50))
    #expect(downtime.exceedance(of: near).probability.value == 0)
  }

  /// Some 37 % of the windows have the hour alone, others a few seconds more: all in one bucket.
  @Test("are told from the others of their bucket, as they were counted")
  func inCompany() async throws {
    let thresholds = [Self.hour - 1, Self.hour, Self.hour + 1]
    let result = await (try Self.simulation(mtbf: .days(30), thresholds: thresholds)).run()
    let downtime = try #require(result.downtime)
    for (place, threshold) in thresholds.enumerated() {
      let counted = result.exceedances[place].probability
      let read = downtime.exceedance(of: .ticks(threshold)).probability
      #expect(abs(read.value - counted.value) < 1e-9)
      #expect(abs((read.high ?? 0) - (counted.high ?? 1)) < 1e-9)
    }
    let above = Self.exceedance(downtime, Self.hour)
    #expect(abs(above - 0.632) < 5 * 0.0077)
    #expect(downtime.downtime(exceededIn: above + 1e-6).value == 3_600)
    #expect(downtime.downtime(exceededIn: above - 1e-6).value > 3_600)
  }

  @Test("are known where windows are down throughout")
  func throughout() async throws {
    let month = Duration.days(30)
    let ticks = Int64(month.seconds * 1e9)
    let simulation = try Self.simulation(
      mtbf: .years(10), mttr: .years(3), maintained: false, thresholds: [ticks - 1])
    let result = await simulation.run()
    let downtime = try #require(result.downtime)
    let counted = result.exceedances[0].probability.value
    #expect(counted > 0.2 && abs(Self.exceedance(downtime, ticks - 1) - counted) < 1e-9)
    #expect(Self.exceedance(downtime, ticks) == 0)
    #expect(downtime.share(above: .days(28), atMost: month).value >= counted)
    #expect(downtime.p90.value == month.seconds && downtime.largest == month.seconds)
  }

  @Test("bound percentiles: none is above the largest, and they fall as shares rise")
  func order() async throws {
    for mtbf in [Duration.years(100_000), .days(30), .days(1)] {
      let result = await (try Self.simulation(mtbf: mtbf)).run()
      let downtime = try #require(result.downtime)
      let quantiles = (1...200).map { downtime.downtime(exceededIn: Double($0) / 200) }
      #expect(zip(quantiles, quantiles.dropFirst()).allSatisfy { $0.value >= $1.value })
      for quantile in quantiles {
        #expect(quantile.value <= downtime.largest && (quantile.high ?? 0) <= downtime.largest)
        #expect((quantile.low ?? 0) <= quantile.value)
        #expect(quantile.value <= quantile.high ?? .infinity)
      }
    }
  }

  @Test("are the same on any number of threads and shards")
  func merging() async throws {
    let whole = await (try Self.simulation(mtbf: .days(30), threads: 1)).run()
    #expect(await (try Self.simulation(mtbf: .days(30), threads: 7)).run() == whole)
    for count in [2, 3] {
      var parts: [(name: String, part: SimulationPart)] = []
      for number in 1...count {
        let part = try await Self.simulation(mtbf: .days(30)).part(Shard(number, of: count))
        parts.append(("\(number)", try SimulationPart(reading: try #require(part).bytes)))
      }
      #expect(try SimulationPart.merge(parts.reversed()) == whole)
    }
  }

  /// Repairs of a third of a second: not round, but alone in their bucket.
  @Test("are points where they are not of whole milliseconds but alone in their bucket")
  func notRound() {
    var tally = LengthTally()
    for _ in 0..<5_000 { tally.add(333_333_333) }
    var curve = ExceedanceCurve(.trials(5_000, heaviest: 1))
    curve.add(tally, weight: 1)
    curve.sort()
    #expect(curve.probability(above: 0.333_333_333).value == 0)
    #expect(curve.probability(above: 0.333_333_332).value == 1)
    #expect(curve.quantile(exceeding: 0.9).value == 0.333_333_333)
  }
}

@Suite("Round lengths")
struct RoundLengthTests {
  /// More than there is room for: hours, minutes, seconds and milliseconds.
  private let lengths: [Int64] = (1...4_000).map { place in
    let unit: Int64 = [1, 1_000, 60_000, 3_600_000][place % 4]
    return Int64(place * 7_919 % 997 + 1) * unit * 1_000_000
  }

  @Test("that stay, and what they displace, depend on no order or grouping")
  func merging() {
    var whole = LengthTally()
    for length in lengths { whole.add(length) }
    #expect(whole.round.atoms.count == RoundLengths.capacity)
    var merged = LengthTally()
    for start in stride(from: 3_500, through: 0, by: -500) {
      var part = LengthTally()
      for length in lengths[start..<(start + 500)].reversed() { part.add(length) }
      merged.merge(part)
    }
    #expect(merged == whole)
    let counted = whole.round.atoms.reduce(0) { $0 + $1.count }
    let others = whole.histogram.buckets.reduce(0) { $0 + $1.bucket.count }
    #expect(counted + others == UInt64(lengths.count))
  }

  @Test("are the roundest, each counted as often as it comes")
  func counts() {
    var tally = LengthTally()
    for length in lengths { tally.add(length) }
    for atom in tally.round.atoms {
      #expect(atom.count == UInt64(lengths.count { $0 == atom.value }))
    }
    func zeros(_ value: Int64) -> Int { "\(value)".reversed().prefix { $0 == "0" }.count }
    let order = Set(lengths).sorted { (-zeros($0), $0) < (-zeros($1), $1) }
    let kept = order.prefix(RoundLengths.capacity)
    #expect(tally.round.atoms.map(\.value) == kept.sorted())
    #expect(order.filter(tally.round.isKept).count == kept.count)
  }
}
