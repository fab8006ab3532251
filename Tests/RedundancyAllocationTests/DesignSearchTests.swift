import Quantities
import RedundancyAllocation
import Synchronization
import Testing

@Suite("Designs of hand-made spaces")
struct DesignSearchTests {
  /// Zones of KNOWN ANSWERS section 2: z zones up with 1 - 1e-4 each, n instances a zone up with
  /// 0.995 each, ten needed.
  @Sendable private static func zones(_ zones: Int, _ instances: Int) -> Probability {
    var (up, down) = (0.0, 0.0)
    for alive in 0...zones {
      let chance = binomial(zones, alive, 1e-4)
      for working in 0...(alive * instances) {
        let joint = chance * binomial(alive * instances, working, 0.005)
        if working >= 10 { up += joint } else { down += joint }
      }
    }
    return Probability(uncheckedValue: up, complement: down)
  }

  /// The probability that `up` of `count` are up, each down with `q`.
  @Sendable private static func binomial(_ count: Int, _ up: Int, _ q: Double) -> Double {
    var chance = 1.0
    for index in 0..<up { chance *= Double(count - index) / Double(index + 1) * (1 - q) }
    for _ in up..<count { chance *= q }
    return chance
  }

  private static let layouts = [(2, 10), (3, 5), (3, 6)]

  private func zoneSearch() throws -> DesignSearch {
    let options = Self.layouts.map {
      DesignOption("\($0.0) x \($0.1)", cost: Double($0.0 * $0.1))
    }
    let layouts = Self.layouts
    return try DesignSearch(
      DesignSpace([DesignChoice("layout", options)]),
      DesignEvaluation { Self.zones(layouts[$0[0]].0, layouts[$0[0]].1) })
  }

  @Test("15 over three zones is less available than 20 over two, 18 are far better")
  func zoneTable() async throws {
    let front = try await zoneSearch().paretoFront()
    #expect(front.designs.map(\.description) == ["layout = 3 x 5", "layout = 3 x 6"])
    #expect(front.examined == 3)
    // KNOWN ANSWERS section 2.
    for (index, expected) in [(0, 1.46941008312e-5), (1, 3.79723794407e-8)] {
      #expect(abs(front.designs[index].unavailability / expected - 1) < 1e-11)
    }
    let cheapest = try await zoneSearch().cheapest(meeting: .nines(5))
    #expect(cheapest.design.selections.map(\.option) == ["3 x 6"])
  }

  @Test("an exact tie meets the target and the budget")
  func ties() async throws {
    let u = 0.1 * 3
    let options = [0.1, 0.2, 0.7].map { DesignOption("\($0)", cost: $0) }
    let space = try DesignSpace(["a", "b"].map { DesignChoice($0, options) })
    let chances = [0.5, u, 0.1].map { Probability(uncheckedValue: 1 - $0, complement: $0) }
    let system = try SeriesSystem(
      space, availabilities: [chances, [.certain, .certain, .certain]])
    for search in [DesignSearch(system), try DesignSearch(space, system.evaluation)] {
      // 0.1 × 3 is one rounding above 0.3, and 0.1 + 0.2 too.
      let target = Probability(uncheckedValue: 0.7, complement: 0.3)
      let found = try await search.cheapest(meeting: target, within: ResourceLimits(cost: 0.3))
      #expect(found.design.description == "a = 0.2, b = 0.1")
      #expect(found.design.cost > 0.3)
      #expect(found.design.unavailability > 0.3)
      let best = try await search.mostAvailable(within: ResourceLimits(cost: 0.3))
      #expect(best.design == found.design)
    }
  }

  @Test("an impossible target: the best that can be had, its cost, and the cause")
  func unreachable() async throws {
    let options = (1...3).map { DesignOption("\($0)", cost: Double($0)) }
    let space = try DesignSpace(["lb", "web"].map { DesignChoice($0, options, isOrdered: true) })
    let system = try SeriesSystem(
      space,
      availabilities: [
        [.nines(3), .nines(4), .nines(4)], [.nines(2), .nines(4), .nines(7)],
      ])
    let target = try Probability.nines(5)
    for search in [DesignSearch(system), try DesignSearch(space, system.evaluation)] {
      do {
        _ = try await search.cheapest(meeting: target)
        Issue.record("found")
      } catch {
        #expect(
          error.description
            == "no design has an unavailability of 0.00001 or less; the best has 0.00010009999 at "
            + "a cost of 5 (lb = 2, web = 3); 'lb' limits it: were it perfect, it would be "
            + "0.0000001, which would do")
      }
    }
  }

  @Test("an evaluation that doesn't know perfection names no cause")
  func unknownCause() async throws {
    let (search, target) = (try zoneSearch(), try Probability.nines(9))
    do {
      _ = try await search.cheapest(meeting: target)
      Issue.record("found")
    } catch {
      guard case .unreachable(let target) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(target.limit == nil)
      #expect(target.best.description == "layout = 3 x 6")
    }
  }

  @Test("an impossible target costs no evaluation twice")
  func evaluatedOnce() async throws {
    let (space, system) = try wide(7, isOrdered: false)
    let calls = Mutex(0)
    let search = try DesignSearch(
      space,
      DesignEvaluation { options in
        calls.withLock { $0 += 1 }
        return system.availability(of: options)
      })
    await #expect(throws: AllocationError.self) {
      try await search.cheapest(meeting: .nines(9))
    }
    #expect(calls.withLock { $0 } == 2_187)
  }

  /// Choices of three options each, hard to tell apart.
  private func wide(_ count: Int = 12, isOrdered: Bool) throws -> (DesignSpace, SeriesSystem) {
    let choices = (0..<count).map { choice in
      DesignChoice(
        "\(choice)",
        (0..<3).map { DesignOption("\($0)", cost: Double($0 * (10 + choice))) },
        isOrdered: isOrdered)
    }
    let chances = (0..<count).map { choice in
      [2e-2, 1e-3, 1e-5].map { u in
        Probability(uncheckedValue: 1 - u, complement: u * (1 + 0.01 * Double(choice)))
      }
    }
    let space = try DesignSpace(choices)
    return (space, try SeriesSystem(space, availabilities: chances))
  }

  @Test("an order lets the search pass over most designs, with the same answers")
  func ordered() async throws {
    let (space, system) = try wide(isOrdered: true)
    let search = try DesignSearch(space, system.evaluation)
    let series = DesignSearch(system)
    let found = try await search.cheapest(meeting: .percent("99.5"))
    let expected = try await series.cheapest(meeting: .percent("99.5"))
    #expect(found.examined < 100_000)
    #expect(found.design.cost == expected.design.cost)
    #expect(
      abs(found.design.unavailability / expected.design.unavailability - 1) < 1e-12)
  }

  @Test("progress rises towards the answer, and each run goes the same way")
  func progress() async throws {
    let (space, system) = try wide(9, isOrdered: true)
    let slow = DesignEvaluation { options in
      waste()
      return system.availability(of: options)
    }
    let seen = Mutex<[SearchProgress]>([])
    let front = try await DesignSearch(space, slow).paretoFront { progress in
      seen.withLock { $0.append(progress) }
    }
    #expect(try await DesignSearch(space, system.evaluation).paretoFront() == front)
    let reports = seen.withLock { $0 }
    #expect(!reports.isEmpty)
    for (earlier, later) in zip(reports, reports.dropFirst()) {
      #expect(earlier.examined <= later.examined)
      #expect(earlier.bound <= later.bound * (1 + 1e-12))
    }
    #expect(reports.allSatisfy { $0.examined <= front.examined && $0.best != nil })
  }

  @Test("a cancelled search says how far it was, and the best so far")
  func cancelled() async throws {
    let (space, system) = try wide(isOrdered: false)
    let calls = Mutex(0)
    let cancelling = DesignEvaluation { options in
      let count = calls.withLock { calls in
        calls += 1
        return calls
      }
      if count == 1_000 { withUnsafeCurrentTask { $0?.cancel() } }
      return system.availability(of: options)
    }
    let search = try DesignSearch(space, cancelling)
    let failure = await Task { () async -> AllocationError? in
      do throws(AllocationError) {
        _ = try await search.paretoFront()
        return nil
      } catch { return error }
    }.value
    guard case .cancelled(let examined, let best?) = failure else {
      Issue.record("not cancelled: \(String(describing: failure))")
      return
    }
    #expect((1_000..<1_100).contains(examined))
    #expect(best.availability == system.availability(of: best.options))
  }
}

/// Some microseconds of work, so that a search lasts long enough to tell of.
private func waste() {
  let end = ContinuousClock.now + .microseconds(100)
  while ContinuousClock.now < end {}
}
