import Quantities
import StructureFunctions
import Testing
import Topology

@testable import OutageSimulation

/// Histories worked by hand, in ticks.
@Suite("Following failures through the structure")
struct OutageSweepTests {
  private func network(_ name: String, atLeast thresholds: [Double] = [1]) throws -> (
    ComponentNetwork, [String: Int32]
  ) {
    let life = Life.mtbf(.days(30), mttr: .hours(1))
    let topology = try Topology {
      Part("a", life)
      Part("b", life)
      Part("c", life)
      System("series", "a" & "b")
      System("parallel", "a" | "b")
      System("two", .atLeast(2, of: [.name("a"), .name("b"), .name("c")]))
      System(
        "journeys",
        .weighted([WeightedTerm(weight: 0.75, .name("a")), WeightedTerm(weight: 0.25, .name("b"))]))
    }
    let network = try ComponentNetwork(topology, of: name, atLeast: thresholds)
    var numbers: [String: Int32] = [:]
    for (component, row) in network.rowOfComponent.enumerated() {
      numbers[network.rows[row].name] = Int32(component)
    }
    return (network, numbers)
  }

  /// The tally of one replication of 100 ticks.
  private func tally(
    _ name: String, _ intervals: [(String, Int64, Int64)], atLeast thresholds: [Double] = [1],
    _ change: (inout OutageRecorder.Plan) -> Void = { _ in }
  ) throws -> OutageTally {
    let (network, numbers) = try network(name, atLeast: thresholds)
    var sweep = OutageSweep(network, alwaysDown: [])
    var plan = OutageRecorder.Plan(horizon: 100)
    change(&plan)
    let causes = plan.causes > 0 ? network.rowOfComponent.indices.map { Int32($0) } : []
    var recorder = OutageRecorder(plan, reached: sweep.fullyReached, causeOfComponent: causes)
    let cluster = intervals.map {
      DownInterval(start: $0.1, end: $0.2, component: numbers[$0.0] ?? -1)
    }
    sweep.follow(cluster, isComplete: true, into: &recorder)
    #expect(sweep.reached == sweep.fullyReached)
    recorder.finish()
    recorder.count(1)
    return recorder.tally
  }

  private func lengths(_ tally: OutageTally) -> [Int64] { tally.classes[0].lengths.largest.sorted }

  //    a ----xxxxx------------
  //    b -------xxxxx---------
  // series   xxxxxxxx    parallel  xx
  @Test("overlapping failures")
  func overlap() throws {
    let intervals: [(String, Int64, Int64)] = [("a", 10, 20), ("b", 15, 30)]
    #expect(lengths(try tally("series", intervals)) == [20])
    #expect(lengths(try tally("parallel", intervals)) == [5])
    #expect(lengths(try tally("two", intervals)) == [5])
  }

  // One restoration touches the next failure: in series one outage, in parallel none.
  @Test("touching failures")
  func touching() throws {
    let intervals: [(String, Int64, Int64)] = [("a", 10, 20), ("b", 20, 30)]
    #expect(lengths(try tally("series", intervals)) == [20])
    #expect(lengths(try tally("parallel", intervals)) == [])
  }

  // Nested: b lies within a.
  @Test("nested failures")
  func nested() throws {
    let intervals: [(String, Int64, Int64)] = [("a", 10, 40), ("b", 20, 30)]
    #expect(lengths(try tally("series", intervals)) == [30])
    #expect(lengths(try tally("parallel", intervals)) == [10])
  }

  // What lies outside 0 to 100 is cut away.
  @Test("outages across the edges")
  func edges() throws {
    let begun: [(String, Int64, Int64)] = [("a", -50, 10), ("a", 90, 500)]
    #expect(lengths(try tally("series", begun)) == [10, 10])
    #expect(lengths(try tally("series", [("a", 100, 200)])) == [])
    #expect(lengths(try tally("series", [("a", -10, 0)])) == [])
    #expect(lengths(try tally("series", [("a", 0, 100)])) == [100])
  }

  // Intervals of one component that touch are one.
  @Test("a component that fails again at once")
  func again() throws {
    #expect(lengths(try tally("series", [("a", 10, 20), ("a", 20, 30)])) == [20])
  }

  // Two of three: three failures, of which the second begins the outage and the second end ends it.
  //    a ---xxxxxxxxx--
  //    b ------xxxx----
  //    c --------xxxxxx
  @Test("the component that begins the outage is its cause")
  func causes() throws {
    let (_, numbers) = try network("two")
    let tally = try tally("two", [("a", 10, 40), ("b", 20, 30), ("c", 25, 50)]) { $0.causes = 3 }
    #expect(lengths(tally) == [20])
    let b = Int(try #require(numbers["b"]))
    for (cause, joint) in tally.classes[0].causes.enumerated() {
      #expect(joint.own.sum == (cause == b ? 20 : 0))
    }
  }

  // Journeys: a weighs 0.75, b 0.25. Levels 0.25 from 10 to 20, 0 to 30, 0.75 to 40.
  @Test("time at each level")
  func levels() throws {
    let intervals: [(String, Int64, Int64)] = [("a", 10, 30), ("b", 20, 40)]
    let tally = try tally("journeys", intervals, atLeast: [0.25, 0.75, 1]) { $0.levels = 4 }
    #expect(tally.classes[0].levels.map(\.sum) == [10, 10, 10, 0])
    #expect(tally.classes[0].degraded.sum == 30)
    #expect(lengths(tally) == [10])
    let below = try self.tally("journeys", intervals, atLeast: [0.25, 0.75, 1]) { $0.upFrom = 2 }
    #expect(lengths(below) == [20])
  }

  // Windows of 30: whole ones are [0, 30), [30, 60), [60, 90); the outage covers 20 to 95.
  @Test("downtime cut into windows")
  func windows() throws {
    let tally = try tally("series", [("a", 20, 95)]) { $0.window = 30 }
    #expect(tally.classes[0].windows.downtimes.largest.sorted == [30, 30, 10])
    #expect(tally.classes[0].windows.hits.sum == 3)
    #expect(tally.classes[0].windows.downtime.sum == 70)
  }

  // An excess is more than the threshold, not as much.
  @Test("thresholds to the tick")
  func thresholds() throws {
    let tally = try tally("series", [("a", 10, 20)]) { $0.thresholds = [0, 9, 10, 11] }
    #expect(tally.classes[0].exceedances == [1, 1, 0, 0])
  }

  @Test("single points are found")
  func singlePoints() throws {
    for (name, expected) in [("series", true), ("parallel", false), ("two", false)] {
      let (network, _) = try network(name)
      let sweep = OutageSweep(network, alwaysDown: [])
      for component in 0..<network.componentCount {
        #expect(sweep.singlePoints[component] == expected)
      }
    }
  }
}
