import Assessment
import Quantities
import Testing

@Suite("Goals against simulated forecasts")
struct CheckTests {
  private func check(_ forecast: AvailabilityAnswer, allowing down: Double) -> CheckAnswer {
    CheckAnswer(
      name: "site", target: "a goal",
      required: Probability(uncheckedValue: 1 - down, complement: down), window: .month,
      forecast: forecast)
  }

  private func forecast() async throws -> AvailabilityAnswer {
    let longRun = try LongRunSystems.site().longRun(of: "site", using: .simulated)
    return try #require(await longRun.answer())
  }

  @Test("are met or not where the interval is on one side, else undecided")
  func verdicts() async throws {
    let forecast = try await forecast()
    let down = try #require(forecast.estimates?.unavailability)
    let (low, high) = (try #require(down.low), try #require(down.high))
    #expect(check(forecast, allowing: high * 1.000_001).isMet == true)
    #expect(check(forecast, allowing: high * 0.999_999).isMet == nil)
    #expect(check(forecast, allowing: low * 1.000_001).isMet == nil)
    #expect(check(forecast, allowing: low * 0.999_999).isMet == false)
  }

  /// A goal at half the interval's reach needs a fourth of the variance.
  @Test("say how many replications could tell")
  func replications() async throws {
    let forecast = try await forecast()
    let estimates = try #require(forecast.estimates)
    let down = estimates.unavailability
    let high = try #require(down.high)
    let answer = check(forecast, allowing: (down.value + high) / 2)
    let needed = try #require(answer.replicationsToDecide)
    #expect(abs(needed / (4 * Double(estimates.result.replications)) - 1) < 1e-6)
    #expect(check(forecast, allowing: down.value).replicationsToDecide == nil)
  }

  @Test("exact forecasts are always decided")
  func exact() throws {
    let forecast = try LongRunSystems.site().availability(of: "site")
    let down = forecast.availability.complement
    #expect(check(forecast, allowing: down).isMet == true)
    #expect(check(forecast, allowing: down * (1 - 1e-9)).isMet == false)
    #expect(check(forecast, allowing: down).replicationsToDecide == nil)
  }
}
