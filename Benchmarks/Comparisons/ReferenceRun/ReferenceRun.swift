import BenchmarkSupport
import Nines

/// Simulates the reference topology and prints one line of JSON: what it cost and what was found.
@main
enum ReferenceRun {
  static func main() async throws {
    guard let wish = Wish(CommandLine.arguments.dropFirst()) else { return print(Wish.usage) }
    let prepared = ProcessorTime.process
    let simulation = try OutageSimulation(
      wish.variant.topology(repairs: wish.repairs), of: ReferenceSite.name, wish.request)
    let preparation = ProcessorTime.process - prepared
    print(line(wish, await SimulationCost(of: simulation), preparation: preparation))
  }

  private static func line(
    _ wish: Wish, _ cost: SimulationCost, preparation: Double
  ) -> String {
    let mean = cost.result.downtime?.mean
    let fields: [(String, String)] = [
      ("sim", "\"nines\""), ("variant", "\"\(wish.variant.rawValue)\""),
      ("n", "\(cost.result.replications)"), ("sampling", "\"\(cost.result.sampling.rawValue)\""),
      ("prepare_cpu_seconds", "\(preparation)"), ("cpu_seconds", "\(cost.processor)"),
      ("wall_seconds", "\(cost.wall)"), ("rep_years_per_s", "\(cost.rate)"),
      ("mean_h", "\((mean?.value ?? 0) / 3600)"),
      ("se_h", "\((mean?.standardError ?? 0) / 3600)"),
      ("outages_per_y", "\(cost.result.outages?.value ?? 0)"),
    ]
    return "{" + fields.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
  }
}
