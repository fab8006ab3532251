import Assessment
import IncidentLogs
import Interchange
import Quantities
import Testing
import TopologyLanguage

#if GSL
  @Suite("Definitions made of incident logs")
  struct EvidenceDefinitionTests {
    private func evidence(_ service: String, lengths: [Int64]) throws -> ServiceEvidence {
      let minute: Int64 = 60_000_000_000
      let incidents = lengths.enumerated().map { place, length in
        let start = Int64(place * place + place + 1) * 4_000 * minute
        return Incident(
          service: service, start: Instant(nanoseconds: start),
          end: Instant(nanoseconds: start + length * minute), row: place + 2)
      }
      var request = FitRequest()
      request.services = [service]
      request.from = Instant(nanoseconds: 0)
      request.to = Instant(nanoseconds: 3_000_000 * minute)
      let answer = try FitAnswer(IncidentLog(incidents: incidents), name: "a\nb.csv", request)
      return try #require(answer.services.first)
    }

    @Test(
      "are canonical, and are answered with what is believed",
      arguments: [
        ("api", [30]), ("api", [30, 45]), ("api", [5, 12, 90]),
        ("a b", [2, 4, 8, 16, 32, 64, 128, 256, 512, 20]), ("", [10, 11, 12, 13, 14]),
        ("mttr", [10, 20]), ("narrow", [600, 601, 602, 603, 600, 601, 602, 603, 601, 602]),
        ("hyper", [1, 1, 1, 2, 1, 1, 900, 1, 1, 2, 1, 1, 1, 1400, 1]), ("eu-west.1", [10, 20]),
        ("say \"x\"", [10, 20]),
      ] as [(String, [Int64])])
    func evaluate(service: String, lengths: [Int64]) async throws {
      let lines = EvidenceDefinition.lines(
        try evidence(service, lengths: lengths), from: "a\nb.csv")
      let text = lines.map { $0 + "\n" }.joined()
      let source = SourceText(text)
      #expect(Formatter.format(try Parser.parse(source)) == text)
      let program = try Checker.check(source)
      let uncertain = try #require(program.uncertain)
      let name = try #require(program.topology.subjects.first)
      let belief = try #require(try await UncertainAssessor(uncertain).belief(of: name).figures)
      #expect(belief.unavailability.low.value < belief.unavailability.high.value)
      #expect(belief.draws > 1_000)
    }

    @Test("say what is missing where no outage was seen")
    func missing() throws {
      let lines = EvidenceDefinition.lines(try evidence("api", lengths: []), from: "log.csv")
      #expect(lines.allSatisfy { $0.hasPrefix("# ") })
      #expect(lines.last == "# service api: mtbf posterior(0 in 2083.33d), mttr LOW to HIGH")
    }
  }
#endif
