import Nines
import Testing

/// Three zones; load balancers in two of them, six web instances, three database nodes.
@Suite("The reference topology")
struct ReferenceTopologyTests {
  static func text(repairs factor: Double = 1) -> String {
    """
    zones zone: 3, mtbf 8760h, mttr \(2 * factor)h
    service lb-1: mtbf 8760h, mttr \(factor)h, in zone.1
    service lb-2: mtbf 8760h, mttr \(factor)h, in zone.2
    lb = lb-1 | lb-2
    service web: 2 per zone, need 4, mtbf 720h, mttr \(10 * factor)min
    store db: 2 of 3, mtbf 4320h, mttr \(30 * factor)min, across zone
    system site = lb & web & db
    """
  }

  @Test("unavailability, frequency and mean outage in steady state")
  func steadyState() throws {
    let answer = try answer(Self.text())
    #expect(relativeError(answer.availability.complement, 1.0533850359142977e-06) < 1e-14)
    #expect(abs(answer.availability.nines - 5.9774) < 5e-5)
    let frequency = try #require(answer.outageFrequency)
    #expect(relativeError(frequency.perYear, 0.043233983571617) < 1e-12)
    let mean = try #require(answer.meanOutage)
    #expect(relativeError(mean.converted(to: .hour), 0.21343517650) < 1e-10)
  }

  @Test("faster repairs", arguments: [(0.1, 1.05435849697e-8), (0.01, 1.05445589712e-10)])
  func fasterRepairs(factor: Double, unavailability: Double) throws {
    let computed = try answer(Self.text(repairs: factor)).availability.complement
    #expect(relativeError(computed, unavailability) < 5e-12)
  }
}
