import Assessment
import IncidentLogs
import LifeDistributions
import Quantities
import Testing
import Topology

#if GSL
  @Suite("What an incident log says of a service")
  struct EvidenceTests {
    /// A log of outages of one hour, evenly spaced in 8760 h of up time.
    private func answer(failures: Int, length: Int64 = 60) throws -> ServiceEvidence {
      let up = 8760 * 60 / Int64(failures + 1)
      let incidents = (0..<failures).map { place in
        let start = Int64(place + 1) * up + Int64(place) * length
        return Incident(
          service: "api", start: minute(start), end: minute(start + length), row: place + 2)
      }
      var request = FitRequest()
      request.services = ["api"]
      request.from = minute(0)
      request.to = minute(8760 * 60 + Int64(failures) * length)
      let answer = try FitAnswer(IncidentLog(incidents: incidents), name: "log", request)
      return try #require(answer.services.first)
    }

    private func minute(_ count: Int64) -> Instant {
      Instant(nanoseconds: count * 60_000_000_000)
    }

    /// Source: chi-square quantiles, 2 T / χ²(0.975, 2 n + 2) and 2 T / χ²(0.025, 2 n) with T = 8760 h; for
    /// no failure T / -log 0.05.
    @Test(
      "the MTBF of n failures in 8760 h up, 95 %",
      arguments: [
        (1, 1572.2, 346_001.0), (5, 750.75, 5395.8), (20, 283.60, 717.06), (0, 2924.16, .infinity),
      ])
    func meanTime(failures: Int, low: Double, high: Double) throws {
      let mtbf = try #require(try answer(failures: failures).mtbf)
      #expect(abs(mtbf.low.converted(to: .hour) / low - 1) < 5e-5)
      #expect(
        (mtbf.high?.converted(to: .hour)).map { abs($0 / high - 1) < 5e-5 } ?? high.isInfinite)
      #expect(mtbf.isOneSided == (failures == 0))
    }

    @Test("without an outage there is no MTTR, and none is made up")
    func none() throws {
      let evidence = try answer(failures: 0)
      #expect(evidence.restorations.fits.isEmpty)
      #expect(evidence.restorations.believed == nil)
      #expect(evidence.restorations.refusal != nil)
      #expect(evidence.believedUptime == .counted(events: 0, exposure: .hours(8760)))
    }

    @Test("one and two outages have exponential laws and wide intervals", arguments: [1, 2])
    func few(failures: Int) throws {
      let evidence = try answer(failures: failures)
      #expect(evidence.restorations.fits.map(\.family) == [.exponential])
      let mean = try #require(evidence.restorations.intervals.first)
      #expect(mean.high / mean.low > (failures == 1 ? 100 : 20))
      // Source: 2 T / χ²(0.95, 2 n) to 2 T / χ²(0.05, 2 n), T being n hours.
      let hours = failures == 1 ? (0.333808, 19.4957) : (0.421597, 5.62800)
      guard case .exponential(let range)? = evidence.restorations.believed else {
        Issue.record("not a range of the mean")
        return
      }
      #expect(abs(range.lowerBound.converted(to: .hour) / hours.0 - 1) < 1e-4)
      #expect(abs(range.upperBound.converted(to: .hour) / hours.1 - 1) < 1e-4)
    }

    @Test("spread restorations have a law with ranges of its mean and its shape")
    func many() throws {
      var incidents: [Incident] = []
      for place in 0..<40 {
        let start = Int64(place) * 9_000 + 500
        // Lengths of 2 to 512 min: even steps of the logarithm.
        let length = Int64(2 << (place % 9))
        incidents.append(
          Incident(
            service: "api", start: minute(start), end: minute(start + length), row: place + 2))
      }
      let answer = try FitAnswer(IncidentLog(incidents: incidents), name: "log", FitRequest())
      let evidence = try #require(answer.services.first)
      guard case .shaped(_, let mean, let shape)? = evidence.restorations.believed else {
        Issue.record("no law with a shape")
        return
      }
      let best = try #require(evidence.restorations.fits.first)
      #expect(mean.contains(best.law.mean))
      #expect(shape.contains(try #require(best.shape)))
      #expect(try #require(evidence.restorations.goodness).pValue.value > 1e-3)
    }
  }
#endif
