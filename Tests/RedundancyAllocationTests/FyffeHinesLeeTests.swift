import Quantities
import RedundancyAllocation
import Testing

@Suite("The benchmark of Fyffe, Hines and Lee")
struct FyffeHinesLeeTests {
  /// Weight and greatest reliability. Source: the integer programme over all undominated mixes,
  /// solved by HiGHS 1.x to a gap of zero; KNOWN ANSWERS section 10 gives 191, 190, 185 and 180.
  static let optima: [(weight: Double, reliability: Double)] = [
    (159, 0.95456481387351),
    (160, 0.95571443026918),
    (161, 0.95803459206017),
    (162, 0.95918838723327),
    (163, 0.96064240877412),
    (164, 0.96242185327615),
    (165, 0.96371183408720),
    (166, 0.96504161232832),
    (167, 0.96633510452982),
    (168, 0.96812509388816),
    (169, 0.96929104141191),
    (170, 0.97076037743841),
    (171, 0.97192949872798),
    (172, 0.97302662220579),
    (173, 0.97382683386919),
    (174, 0.97492609907737),
    (175, 0.97570791631801),
    (176, 0.97669049378714),
    (177, 0.97759630584979),
    (178, 0.97840027559551),
    (179, 0.97950470334922),
    (180, 0.98029019228535),
    (181, 0.98102706789970),
    (182, 0.98151831830926),
    (183, 0.98225568640522),
    (184, 0.98299403946441),
    (185, 0.98350485127039),
    (186, 0.98417552268492),
    (187, 0.98468809391039),
    (188, 0.98537823328697),
    (189, 0.98592167029815),
    (190, 0.98641607426343),
    (191, 0.98681101587285),
  ]

  @Test("proven optima of all 33 weights, each under 5 s")
  func optima() async throws {
    let search = DesignSearch(try FyffeHinesLee.system())
    for (weight, reliability) in Self.optima {
      let clock = SuspendingClock.now
      let limits = ResourceLimits(cost: FyffeHinesLee.cost, uses: [weight])
      let found = try await search.mostAvailable(within: limits)
      #expect(SuspendingClock.now - clock < .seconds(5))
      #expect(abs(found.design.availability.value - reliability) < 1e-13)
      #expect(found.design.cost <= FyffeHinesLee.cost)
      #expect(found.design.uses[0] <= weight)
    }
  }

  @Test(
    "asked the other way round: the reliability can be had, and no more",
    arguments: [160, 174.0, 191])
  func dual(weight: Double) async throws {
    let optimum = try #require(Self.optima.first { $0.weight == weight }).reliability
    let search = DesignSearch(try FyffeHinesLee.system())
    let limits = ResourceLimits(cost: FyffeHinesLee.cost, uses: [weight])
    func target(_ gain: Double) -> Probability {
      Probability(uncheckedValue: optimum + gain, complement: 1 - optimum - gain)
    }
    let found = try await search.cheapest(meeting: target(-1e-12), within: limits)
    #expect(abs(found.design.availability.value - optimum) < 1e-13)
    do throws(AllocationError) {
      _ = try await search.cheapest(meeting: target(1e-9), within: limits)
      Issue.record("more than the optimum")
    } catch {
      guard case .unreachable(let failure) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(abs(failure.best.availability.value - optimum) < 1e-13)
      #expect(failure.limit != nil)
    }
  }
}
