import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// States drawn at the beginning of an outage, against all states of small random topologies.
@Suite("outage starts = enumeration")
struct OutageStartTests {
  private static let draws = 20_000

  /// A topology with outages of some level, and that level.
  private static func cases(_ seeds: Range<UInt64>) -> [(RandomTopology, StructureFunction)] {
    seeds.compactMap { seed in
      guard
        let drawn = RandomTopology(seed: seed, components: [2...4, 5...8, 9...11][Int(seed % 3)]),
        let engine = try? StructureFunction(drawn.topology, of: drawn.subject)
      else { return nil }
      return (drawn, engine)
    }
  }

  @Test("U to 1e-12 and the frequency of outages to 1e-11 are those of the exact engine")
  func figures() throws {
    var compared = 0
    for (drawn, engine) in Self.cases(20_001..<21_001) {
      guard let level = engine.positiveLevels.last else { continue }
      let exact = try engine.figures(atLeast: level)
      let sampler = try OutageStartSampler(drawn.topology, of: drawn.subject, atLeast: level)
      let context = Comment(rawValue: "seed \(drawn.seed)\n\(drawn.topology.text)")
      let frequency = exact.frequency?.perSecond ?? .nan
      #expect(
        agrees(sampler.unavailability, exact.probability.complement, within: 1e-12), context)
      #expect(agrees(sampler.outagesPerSecond, frequency, within: 1e-11), context)
      compared += 1
    }
    #expect(compared > 900)
  }

  @Test("failing components and the states around them come as often as their weights say")
  func starts() throws {
    var scores: [Double] = []
    for (drawn, engine) in Self.cases(21_001..<21_221) {
      guard let level = engine.positiveLevels.last else { continue }
      var sampler = try OutageStartSampler(drawn.topology, of: drawn.subject, atLeast: level)
      guard sampler.outagesPerSecond > 0 else { continue }
      let states = NetworkEnumeration(sampler.network)
      let tally = Self.tally(seed: drawn.seed) { uniform, down in
        let failing = sampler.drawStart(uniform, down: &down)
        return StartState(failing: Int(failing), down: down)
      }
      let context = Comment(rawValue: "seed \(drawn.seed)\n\(drawn.topology.text)")
      scores.append(try Self.score(tally, states.starts, context))
    }
    Self.expectChance(scores)
  }

  @Test("states of the system being down come as often as their weights say")
  func downs() throws {
    var scores: [Double] = []
    for (drawn, engine) in Self.cases(22_001..<22_221) {
      guard let level = engine.positiveLevels.last else { continue }
      var sampler = try OutageStartSampler(drawn.topology, of: drawn.subject, atLeast: level)
      guard sampler.unavailability > 0 else { continue }
      let states = NetworkEnumeration(sampler.network)
      let tally = Self.tally(seed: drawn.seed) { uniform, down in
        sampler.drawDown(uniform, down: &down)
        return StartState(failing: -1, down: down)
      }
      let context = Comment(rawValue: "seed \(drawn.seed)\n\(drawn.topology.text)")
      scores.append(try Self.score(tally, states.downs, context))
    }
    Self.expectChance(scores)
  }

  // MARK: Judging

  private static func tally(
    seed: UInt64, _ draw: (() -> Double, inout [Int32]) -> StartState
  ) -> [StartState: Int] {
    var random = SplitMix64(seed: seed)
    var down: [Int32] = []
    var tally: [StartState: Int] = [:]
    for _ in 0..<draws {
      tally[draw({ Double.random(in: 0..<1, using: &random) }, &down), default: 0] += 1
    }
    return tally
  }

  /// How many standard deviations the chi-square statistic lies above its mean, as a normal
  /// deviate (Wilson and Hilferty 1931); states too rare to be judged alone are judged together.
  private static func score(
    _ tally: [StartState: Int], _ weights: [StartState: Double], _ context: Comment
  ) throws -> Double {
    let total = weights.values.reduce(0, +)
    var square = 0.0
    var cells = 0.0
    var rest = (expected: 0.0, found: 0)
    for found in tally.keys { #expect(weights[found, default: 0] > 0, context) }
    for (state, weight) in weights {
      let expected = weight / total * Double(draws)
      if expected < 50 {
        rest.expected += expected
        rest.found += tally[state, default: 0]
        continue
      }
      cells += 1
      square += deviation(tally[state, default: 0], expected)
    }
    if rest.expected >= 50 {
      cells += 1
      square += deviation(rest.found, rest.expected)
    } else {
      #expect(Double(rest.found) <= rest.expected + 40, context)
    }
    guard cells > 1 else { return 0 }
    let freedom = cells - 1
    let root = Double.root(square / freedom)
    let score = (root - (1 - 2 / (9 * freedom))) / (2 / (9 * freedom)).squareRoot()
    #expect(score < 6.5, context)
    return score
  }

  private static func deviation(_ found: Int, _ expected: Double) -> Double {
    (Double(found) - expected) * (Double(found) - expected) / expected
  }

  /// The mean of many scores is near 0: five standard errors are exceeded once in a million.
  private static func expectChance(_ scores: [Double]) {
    let judged = scores.filter { $0 != 0 }
    #expect(judged.count > 100)
    let mean = judged.reduce(0, +) / Double(judged.count)
    #expect(abs(mean) * Double(judged.count).squareRoot() < 5)
  }
}

/// A failing component, -1 for none, and the others that are down.
struct StartState: Hashable {
  let failing: Int
  let state: Int

  init(failing: Int, down: [Int32]) {
    self.init(failing: failing, state: down.reduce(0) { $0 | 1 << Int($1) })
  }

  init(failing: Int, state: Int) {
    self.failing = failing
    self.state = state
  }
}

extension NetworkEnumeration {
  /// How often each component fails in each state that is critical for it.
  var starts: [StartState: Double] {
    var result: [StartState: Double] = [:]
    for number in 0..<network.componentCount {
      for state in criticalStates(of: number) {
        result[StartState(failing: number, state: state)] =
          failureFrequency(number) * probability(state, without: number)
      }
    }
    return result
  }

  /// The probability of each state in which the root is down.
  var downs: [StartState: Double] {
    var result: [StartState: Double] = [:]
    for state in isDown.indices where isDown[state] {
      result[StartState(failing: -1, state: state)] = probability(state)
    }
    return result
  }
}

extension Double {
  /// The cube root, by Newton's steps from above.
  fileprivate static func root(_ value: Double) -> Double {
    var root = max(1, value)
    for _ in 0..<200 { root -= (root - value / (root * root)) / 3 }
    return root
  }
}
