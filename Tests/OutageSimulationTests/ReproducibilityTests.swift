import Quantities
import RandomStreams
import Testing
import Topology

@testable import OutageSimulation

@Suite("A seed gives the same figures")
struct ReproducibilityTests {
  /// Exponential up times, up times with memory, outages alone; a system in which much has a history,
  /// and outages of the structure underneath one.
  enum Kind: CaseIterable { case superposed, renewals, conditioned, timed, underlying }

  private func simulation(
    _ kind: Kind, runs: Int = 20_000, seed: UInt64 = 7, threads: Int? = nil, repairs: Double = 1
  ) throws -> OutageSimulation {
    if kind == .timed || kind == .underlying {
      return try timedSimulation(kind, runs: runs, seed: seed, threads: threads)
    }
    let topology = try ReferenceTopology.topology(
      up: { kind == .renewals ? .weibull(mean: $0, shape: 1.5) : .exponential(mean: $0) },
      down: { .lognormal(mean: $0, sigma: 1) }, repairs: repairs)
    var request = SimulationRequest()
    request.seed = seed
    request.stopping = .runs(runs)
    request.sampling = kind == .conditioned ? .conditioned : .plain
    request.threads = threads
    request.records = .causes
    request.window = .month
    request.thresholds = [.minutes(5), .hours(1)]
    return try OutageSimulation(topology, of: "site", request)
  }

  private func timedSimulation(
    _ kind: Kind, runs: Int, seed: UInt64, threads: Int?
  ) throws -> OutageSimulation {
    var request = SimulationRequest(horizon: .days(90))
    request.seed = seed
    request.stopping = .runs(runs)
    request.sampling = kind == .underlying ? .conditioned : .plain
    request.threads = threads
    request.records = .causes
    request.thresholds = [.minutes(5)]
    let topology =
      try kind == .timed ? BehaviourSystems.everything() : BehaviourSystems.buffered()
    return try OutageSimulation(topology, of: "x", request)
  }

  @Test("on any number of threads", arguments: Kind.allCases)
  func threads(kind: Kind) async throws {
    let alone = await (try simulation(kind, threads: 1)).run()
    #expect(alone.replications == 20_000)
    for threads in [2, 64] {
      #expect(await (try simulation(kind, threads: threads)).run() == alone)
    }
  }

  @Test("on any number of shards, through their files", arguments: Kind.allCases)
  func shards(kind: Kind) async throws {
    let whole = await (try simulation(kind)).run()
    for count in [1, 2, 7, 64] {
      var parts: [(name: String, part: SimulationPart)] = []
      for number in 1...count {
        let part = try await simulation(kind).part(Shard(number, of: count))
        let bytes = try #require(part).bytes
        parts.append(("\(number)", try SimulationPart(reading: bytes)))
      }
      #expect(try SimulationPart.merge(parts.reversed()) == whole, "\(count) shards")
    }
  }

  @Test("at every vector level", arguments: Kind.allCases)
  func levels(kind: Kind) throws {
    let simulation = try simulation(kind)
    var tallies: [OutageTally] = []
    for level in VectorLevel.allCases where level <= .best {
      var sampler = try simulation.blocks(level)
      for block in 0..<4 { sampler.draw(UInt64(block), replications: 1024) }
      tallies.append(sampler.tally)
    }
    #expect(tallies.allSatisfy { $0 == tallies[0] })
    #expect(tallies[0].classes.contains { $0.hits > 0 })
  }

  @Test("and another seed gives others", arguments: Kind.allCases)
  func seeds(kind: Kind) async throws {
    let first = await (try simulation(kind, seed: 1)).run()
    let second = await (try simulation(kind, seed: 2)).run()
    #expect(first.downtime?.mean.value != second.downtime?.mean.value)
  }

  @Test("and stops where it did before, by precision")
  func precision() async throws {
    var request = SimulationRequest()
    request.stopping = .untilError(0.05, atMost: nil)
    let topology = try ReferenceTopology.topology()
    let first = await (try OutageSimulation(topology, of: "site", request)).run()
    request.threads = 1
    let second = await (try OutageSimulation(topology, of: "site", request)).run()
    #expect(first == second)
    #expect(first.ending == .error)
    #expect(try #require(first.downtime?.mean.relativeError) <= 0.05)
    request.stopping = .runs(first.replications)
    let again = await (try OutageSimulation(topology, of: "site", request)).run()
    #expect(again.downtime == first.downtime)
  }

  @Test("even from a part of a run that was cut short")
  func cutShort() async throws {
    let simulation = try simulation(.superposed, runs: SimulationRequest.mostRuns)
    // Not after a time: a task may begin late where other tests keep the processors busy.
    let (waves, drawn) = AsyncStream.makeStream(of: Void.self)
    let task = Task { await simulation.run(progress: { _ in drawn.yield() }) }
    for await _ in waves { break }
    task.cancel()
    let result = await task.value
    #expect(result.ending == .interrupted)
    #expect(result.replications > 0)
    let again = await (try self.simulation(.superposed, runs: result.replications)).run()
    #expect(again.downtime == result.downtime)
  }
}

@Suite("Parts of a simulation")
struct PartTests {
  private func part(
    _ number: Int, of count: Int = 3, seed: UInt64 = 1, runs: Int = 3_000, mttr: Double = 5
  ) async throws -> SimulationPart {
    var request = SimulationRequest()
    request.seed = seed
    request.stopping = .runs(runs)
    request.sampling = .plain
    let topology = try ReferenceTopology.group(2, of: 3, mtbf: 500, mttr: mttr)
    let simulation = try OutageSimulation(topology, of: "group", request)
    return try #require(try await simulation.part(Shard(number, of: count)))
  }

  private func refusal(_ parts: [(name: String, part: SimulationPart)]) -> MergeError? {
    do throws(MergeError) {
      _ = try SimulationPart.merge(parts)
      return nil
    } catch {
      return error
    }
  }

  @Test("that are missing are named, to be run again")
  func missing() async throws {
    let error = refusal([("a", try await part(2, of: 4))])
    #expect(error == .missing([1, 3, 4], of: 4))
    #expect("\(try #require(error))".hasSuffix("run again --shard 1/4, 3/4, 4/4"))
  }

  @Test("that overlap are refused")
  func twice() async throws {
    let part = try await part(2)
    #expect(refusal([("a", part), ("b", part)]) == .twice(2, "a", "b"))
  }

  @Test("of other models, seeds, runs or shard counts are refused")
  func mixed() async throws {
    let first = try await part(1)
    let others: [(SimulationPart, String)] = [
      (try await part(2, mttr: 6), "model or question"), (try await part(2, seed: 2), "seed"),
      (try await part(2, runs: 3_001), "number of runs"),
      (try await part(2, of: 2), "number of shards"),
    ]
    for (other, what) in others {
      #expect(refusal([("a", first), ("b", other)]) == .mixed(what, "b", "a"))
    }
    #expect(refusal([]) == .nothing)
  }

  @Test("that are truncated, altered or something else are refused")
  func damaged() async throws {
    let bytes = try await part(1).bytes
    func refusal(_ bytes: [UInt8]) -> PartError? {
      do throws(PartError) {
        _ = try SimulationPart(reading: bytes)
        return nil
      } catch {
        return error
      }
    }
    #expect(refusal(bytes) == nil)
    for length in [bytes.count - 1, bytes.count - 20, bytes.count / 2, 20] {
      #expect(refusal(Array(bytes.prefix(length))) == .truncated)
    }
    #expect(refusal([]) == .notAPart)
    #expect(refusal(Array("hello\n".utf8)) == .notAPart)
    #expect(refusal(Array("nines part 0\n".utf8)) == .otherVersion("nines part 0"))
    for place in stride(from: 20, to: bytes.count - 30, by: 97) {
      var altered = bytes
      altered[place] = altered[place] == UInt8(ascii: "1") ? UInt8(ascii: "2") : UInt8(ascii: "1")
      #expect(refusal(altered) != nil)
    }
  }
}
