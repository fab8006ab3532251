import IncidentLogs
import Quantities
import Testing

/// A generator with a seed (Steele, Lea and Flood 2014, SplitMix64).
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}

@Suite("Random logs against a count of every second")
struct RandomLogTests {
  private static let horizon = 400

  private func incidents(_ random: inout SplitMix) -> [Incident] {
    (0..<Int.random(in: 0...25, using: &random)).map { _ in
      let start = Int64.random(in: -50...450, using: &random)
      let length = Int64.random(in: 1...30, using: &random)
      let isOpen = Int.random(in: 0..<40, using: &random) == 0
      let share = Bool.random(using: &random) ? Double.random(in: 0...1, using: &random) : nil
      return incident(start, isOpen ? nil : start + length, share: share)
    }
  }

  private func record(_ incidents: [Incident], terms: ObservationTerms) throws -> ServiceRecord {
    try IncidentLog(incidents: incidents).record(of: "api", terms: terms)
  }

  /// The seconds of the window in which an incident runs, with the largest share at each.
  private func shares(_ incidents: [Incident]) -> [Double?] {
    (0..<Self.horizon).map { instant in
      let running = incidents.filter {
        $0.start <= second(Int64(instant)) && ($0.end ?? second(1_000)) > second(Int64(instant))
      }
      return running.map { $0.share ?? 1 }.max()
    }
  }

  @Test("outages are disjoint and in order, and their total is the measure of the union")
  func union() throws {
    var random = SplitMix(state: 1)
    let window = try ObservationWindow(from: second(0), to: second(Int64(Self.horizon)))
    for _ in 0..<1_000 {
      let incidents = incidents(&random)
      let record = try record(incidents, terms: ObservationTerms(window: window))
      let shares = shares(incidents)
      #expect(record.downtime.seconds == Double(shares.count { $0 != nil }))
      #expect(record.exposure.seconds == Double(shares.count { $0 == nil }))
      #expect(zip(record.outages, record.outages.dropFirst()).allSatisfy { $0.end < $1.start })
      #expect(record.outages.allSatisfy { $0.start >= window.from && $0.end <= window.to })
      let weighted = shares.reduce(0) { $0 + ($1 ?? 0) }
      #expect(abs((record.userWeightedDowntime?.seconds ?? weighted) - weighted) < 1e-9)
      let uptimes = record.uptimes
      #expect(uptimes.complete.count == record.failures)
      let total = (uptimes.complete + uptimes.censored).reduce(.zero, +)
      #expect(total == record.exposure)
      #expect(record.incidents + record.incidentsOutside == incidents.count)
    }
  }

  @Test("the order of the rows doesn't matter, with flaps and joined gaps too")
  func order() throws {
    var random = SplitMix(state: 2)
    let window = try ObservationWindow(from: second(0), to: second(Int64(Self.horizon)))
    let terms = ObservationTerms(
      window: window, flapsShorterThan: .seconds(8), joiningGapsShorterThan: .seconds(5))
    for _ in 0..<500 {
      let incidents = incidents(&random)
      let record = try record(incidents, terms: terms)
      let shuffled = try self.record(incidents.shuffled(using: &random), terms: terms)
      #expect(shuffled.outages == record.outages && shuffled.flaps == record.flaps)
      let sum = record.downtime + record.exposure
      #expect(sum.seconds == Double(Self.horizon))
    }
  }

  @Test("a log written in any form and order of rows is the same log")
  func forms() throws {
    var random = SplitMix(state: 3)
    for _ in 0..<50 {
      let incidents = incidents(&random).map {
        Incident(
          service: "api",
          start: Instant(nanoseconds: $0.start.nanoseconds + 1_740_823_200_000_000_000),
          end: $0.end.map { Instant(nanoseconds: $0.nanoseconds + 1_740_823_200_000_000_000) },
          row: 2)
      }
      let rows = incidents.map { incident in
        let end = incident.end.map { end in
          Bool.random(using: &random) ? end.description : String(end.nanoseconds / 1_000_000)
        }
        return "\(incident.start),\(end ?? "")"
      }
      let text = (["start,end"] + rows.shuffled(using: &random)).joined(separator: "\r\n")
      let log = try readLog(text)
      let pairs = Set(incidents.map { [$0.start, $0.end] })
      #expect(Set(log.incidents.map { [$0.start, $0.end] }) == pairs)
    }
  }
}
