import Nines
import Testing

/// A published or exactly recomputed figure: its source, a topology, and the unavailability of what
/// the text asks about.
struct KnownAnswer: Sendable, CustomTestStringConvertible {
  let id: String
  let source: String
  let text: String
  /// Recomputed in rational arithmetic from the decimals of the text, where the source prints fewer
  /// than 12 digits.
  let unavailability: Double

  init(_ id: String, _ source: String, _ text: String, _ unavailability: Double) {
    self.id = id
    self.source = source
    self.text = text
    self.unavailability = unavailability
  }

  var testDescription: String { "\(id), \(source)" }
}

/// The answer to the first question of a text.
func answer(_ text: String) throws -> AvailabilityAnswer {
  let program = try Checker.check(SourceText(text))
  guard case .availability(let name, _)? = program.answerable.first else { throw NothingAsked() }
  return try Assessor(program.topology).availability(of: name)
}

struct NothingAsked: Error {}

/// |computed / expected - 1|
func relativeError(_ computed: Double, _ expected: Double) -> Double {
  expected == 0 ? computed : abs(computed / expected - 1)
}
