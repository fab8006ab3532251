import InputUncertainty
import Topology

/// Topologies of a program's uncertain inputs.
extension Checker {
  /// The topology that a program describes once its inputs have values; questions are not looked at.
  private static func topology(
    of program: Program, reading: inout InputReading, _ observed: [String: ObservedLives]
  ) throws(Diagnostic) -> Topology {
    let definite = try reading.program(program)
    var checker = Checker(reading.source, try LawTable(of: definite, observed))
    try checker.noteDemands(of: definite)
    for statement in definite.statements { try checker.define(statement) }
    return try checker.makeTopology()
  }

  /// The recipe for the topologies of all values of the inputs; nil without inputs. Refuses those of
  /// which some draws make no topology.
  static func uncertain(
    _ program: Program, _ inputs: [(input: UncertainInput, span: SourceSpan)],
    of source: SourceText, _ observed: [String: ObservedLives]
  ) throws(Diagnostic) -> UncertainTopology? {
    guard let first = inputs.first else { return nil }
    for extremes in Extremes.covering(inputs.count) {
      try check(program, at: extremes, of: source, observed)
    }
    do throws(InputUncertaintyError) {
      return try UncertainTopology { draw in
        var reading = InputReading(source, .draw(draw))
        defer { if case .draw(let drawn) = reading.values { draw = drawn } }
        do throws(Diagnostic) {
          return try topology(of: program, reading: &reading, observed)
        } catch {
          throw InputUncertaintyError.builder(error.message)
        }
      }
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: first.span)
    }
  }

  private static func check(
    _ program: Program, at extremes: Extremes, of source: SourceText,
    _ observed: [String: ObservedLives]
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      var reading = InputReading(source, .extremes(extremes))
      _ = try topology(of: program, reading: &reading, observed)
    } catch {
      throw Diagnostic(
        error.code, "some draws of what is believed go too far: \(error.message)",
        at: error.span,
        notes: ["draws go beyond the ends of a range; narrow it, or write one value"])
    }
  }
}

/// What can't be drawn, at the words that caused it.
extension CheckedProgram {
  /// Where the inputs of ``uncertain`` stand, in their order.
  public var inputSpans: [SourceSpan] { inputPlaces }

  /// Why values of the inputs can't be answered, at the input that is named, or else at the first.
  public func diagnostic(_ error: InputUncertaintyError) -> Diagnostic {
    let inputs = uncertain?.inputs ?? []
    let name: String? =
      switch error {
      case .belief(let name, _), .twoBeliefs(let name), .unknownInput(let name),
        .quantile(let name, _):
        name
      default: nil
      }
    let place = inputs.firstIndex { $0.name == name } ?? 0
    let span = inputPlaces.indices.contains(place) ? inputPlaces[place] : .unknown
    return Diagnostic(.valueOutOfRange, error.description, at: span)
  }
}
