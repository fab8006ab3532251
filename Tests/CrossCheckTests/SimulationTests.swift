import Foundation
import OutageSimulation
import Quantities
import StructureFunctions
import TestSupport
import Testing
import Topology

/// The exact engine against the simulation on random topologies: mean downtime U T, and ν T + U
/// outages that touch a window. The z-scores of all cases must look standard normal as a set.
@Suite("Simulations of random topologies")
struct SimulationTests {
  private struct Scores {
    var downtime: [Double] = []
    var outages: [Double] = []
    var conditioned = 0
  }

  /// A window in which some tens of failures are expected, so that each case takes milliseconds.
  private func horizon(_ network: ComponentNetwork) throws -> Duration {
    let rates = network.rowOfComponent.map { row in
      network.rows[row].component.failureFrequency?.perSecond ?? 0
    }
    let total = rates.reduce(0, +)
    return try Duration(seconds: min(31_536_000, max(1e-3, 40 / max(total, 1e-9))))
  }

  private func add(_ seed: UInt64, to scores: inout Scores) async throws -> Bool {
    guard let random = RandomTopology(seed: seed, components: 2...16) else { return false }
    let structure = try StructureFunction(random.topology, of: random.subject)
    guard let least = structure.positiveLevels.first else { return false }
    let exact = try structure.figures(atLeast: least)
    let down = exact.probability.complement
    guard down > 1e-30, exact.probability.value > 1e-3, let frequency = exact.frequency,
      frequency.perSecond > 0
    else { return false }
    let network = try ComponentNetwork(random.topology, of: random.subject, atLeast: [least])
    var request = SimulationRequest(horizon: try horizon(network))
    request.stopping = .runs(8_192)
    request.seed = seed
    let simulation = try OutageSimulation(random.topology, of: random.subject, request)
    let result = await simulation.run()
    let touching = frequency.perSecond * request.horizon.seconds + down
    // With few hits behind it a z-score is not normal.
    guard result.sampling == .conditioned || touching * 8_192 > 1_000 else { return false }
    guard let mean = result.downtime?.mean, let outages = result.outages,
      let downError = mean.standardError, let outageError = outages.standardError, downError > 0
    else { return false }
    // Where nearly all outages are equally long, what varies was not seen.
    guard downError > 1e-4 * mean.value else { return false }
    scores.downtime.append((mean.value - down * request.horizon.seconds) / downError)
    if outageError > 1e-9 * outages.value {
      scores.outages.append((outages.value - touching) / outageError)
    }
    scores.conditioned += result.sampling == .conditioned ? 1 : 0
    return true
  }

  @Test("agree with the exact engine on 200 of them, as a set")
  func agreement() async throws {
    var scores = Scores()
    var seed: UInt64 = 40_000
    while scores.downtime.count < 200 {
      seed += 1
      _ = try await add(seed, to: &scores)
    }
    #expect(scores.conditioned >= 20)
    #expect(scores.downtime.count - scores.conditioned >= 50)
    for set in [scores.downtime, scores.outages] {
      #expect(set.count >= 100)
      #expect(NormalSet(set).distance < NormalSet.distanceBound, "Kolmogorov-Smirnov")
      #expect(abs(NormalSet(set).spread) < 4.9, "sum of squares")
    }
  }
}

/// A set of scores that should be standard normal.
struct NormalSet {
  let scores: [Double]

  init(_ scores: [Double]) { self.scores = scores.sorted() }

  /// √n times the largest distance to the normal distribution function.
  var distance: Double {
    let count = Double(scores.count)
    var largest = 0.0
    for (place, score) in scores.enumerated() {
      let below = 0.5 * erfc(-score / 2.0.squareRoot())
      largest = max(largest, below - Double(place) / count, Double(place + 1) / count - below)
    }
    return largest * count.squareRoot()
  }

  /// Exceeded once in a million (Kolmogorov's limit law: 2 exp(-2 x²) = 1e-6).
  static let distanceBound = 2.693

  /// The sum of squares as a normal deviate (Wilson and Hilferty 1931).
  var spread: Double {
    let count = Double(scores.count)
    let square = scores.reduce(0) { $0 + $1 * $1 }
    let root = cbrt(square / count)
    return (root - (1 - 2 / (9 * count))) / (2 / (9 * count)).squareRoot()
  }
}
