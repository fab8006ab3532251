import BenchmarkSupport
import Nines

/// What each behaviour in time costs: processor time of a replication of a year on the reference
/// topology with it, as a ratio to that without, side by side in one run.
@main
enum BehaviourCost {
  private static let rounds = 7
  /// So many replications take some hundredths of a second or more.
  private static let runs = 100_000

  static func main() async throws {
    print("behaviour            ns a year   ratio to none (least … most of \(rounds))")
    for (name, text) in RuledSite.all {
      var ratios: [Double] = []
      var cost = 0.0
      for _ in 0..<rounds {
        let plain = try await nanoseconds(RuledSite.plainSite)
        cost = try await nanoseconds(text)
        ratios.append(cost / plain)
      }
      ratios.sort()
      print(line(name, cost, ratios))
    }
  }

  private static func line(_ name: String, _ cost: Double, _ ratios: [Double]) -> String {
    func rounded(_ ratio: Double) -> String { "\((ratio * 100).rounded() / 100)" }
    let columns = [name.padded(to: 20), "\(Int(cost))".padded(to: 11)]
    let spread = "\(rounded(ratios[0])) … \(rounded(ratios[ratios.count - 1]))"
    return columns.joined(separator: " ") + " \(rounded(ratios[ratios.count / 2])) (\(spread))"
  }

  /// Processor time of one replication.
  private static func nanoseconds(_ text: String) async throws -> Double {
    var request = SimulationRequest()
    request.sampling = .plain
    request.threads = 1
    request.stopping = .runs(runs)
    let topology = try Checker.check(SourceText(text)).topology
    let simulation = try OutageSimulation(topology, of: ReferenceSite.name, request)
    return 1e9 / (await SimulationCost(of: simulation)).rate
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
