import InputUncertainty
import Topology

/// Topologies of a program's uncertain inputs.
extension Checker {
  /// The topology that a program describes once its inputs have values; questions are not looked at.
  static func topology(
    of program: Program, reading: inout InputReading, _ observed: [String: ObservedLives],
    _ demands: DemandTable
  ) throws(Diagnostic) -> Topology {
    let definite = try reading.program(program)
    var checker = Checker(reading.source, try LawTable(of: definite, observed), demands)
    try checker.noteDemands(of: definite)
    for statement in definite.statements { try checker.define(statement) }
    return try checker.makeTopology()
  }

  /// The recipe for the topologies of all values of the inputs; nil without inputs. Refuses those of
  /// which some draws make no topology.
  static func uncertain(
    _ program: Program, _ inputs: [PlacedInput], of source: SourceText,
    _ observed: [String: ObservedLives], _ demands: DemandTable
  ) throws(Diagnostic) -> UncertainTopology? {
    guard let first = inputs.first else { return nil }
    try checkExtremes(program, inputs, of: source, observed, demands)
    do throws(InputUncertaintyError) {
      return try UncertainTopology { draw in
        var reading = InputReading(source, .draw(draw))
        defer { if case .draw(let drawn) = reading.values { draw = drawn } }
        do throws(Diagnostic) {
          return try topology(of: program, reading: &reading, observed, demands)
        } catch {
          throw InputUncertaintyError.builder(error.message)
        }
      }
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: first.span)
    }
  }

  private static func checkExtremes(
    _ program: Program, _ inputs: [PlacedInput], of source: SourceText,
    _ observed: [String: ObservedLives], _ demands: DemandTable
  ) throws(Diagnostic) {
    func refusal(_ values: InputReading.Values) -> Diagnostic? {
      do throws(Diagnostic) {
        var reading = InputReading(source, values)
        _ = try topology(of: program, reading: &reading, observed, demands)
        return nil
      } catch {
        return error
      }
    }
    for extremes in Extremes.covering(inputs.count) {
      guard let flaw = refusal(.extremes(extremes)) else { continue }
      let place = inputs.firstIndex { flaw.span.holds($0.span) }
      let ends = [false, true].filter { isHigh in
        place.map { refusal(.end(place: $0, isHigh: isHigh)) == nil } ?? false
      }
      throw tooFar(flaw, place.map { inputs[$0].span }, ends, source)
    }
  }

  /// `flaw` of far draws, with the ends of the range in it that could stand alone.
  private static func tooFar(
    _ flaw: Diagnostic, _ range: SourceSpan?, _ ends: [Bool], _ source: SourceText
  ) -> Diagnostic {
    let fixes = ends.compactMap { isHigh in range.flatMap { source.end($0, isHigh, in: flaw.span) }
    }
    return Diagnostic(
      flaw.code, "some draws of what is believed go too far: \(flaw.message)", at: flaw.span,
      fixes: fixes,
      notes: ["draws go beyond the ends of a range; narrow it, or write one value"])
  }
}

extension InputUncertaintyError {
  /// The input that it is about; nil for none in particular.
  fileprivate var inputName: String? {
    switch self {
    case .belief(let name, _), .twoBeliefs(let name), .unknownInput(let name),
      .quantile(let name, _):
      name
    case .draw(_, _, let error): error.inputName
    case .topology, .builder, .structure, .draws, .notCompiled: nil
    }
  }
}

extension SourceText {
  /// The text of `whole` with one end of the range in it for the range; nil for a posterior.
  fileprivate func end(_ range: SourceSpan, _ isHigh: Bool, in whole: SourceSpan) -> String? {
    let words = text(in: range).split(whereSeparator: \.isWhitespace)
    guard let middle = words.firstIndex(of: "to") else { return nil }
    let end = isHigh ? words[(middle + 1)...] : words[..<middle]
    let before = SourceSpan(offset: whole.offset, length: range.offset - whole.offset)
    return text(in: before) + end.joined(separator: " ") + text(in: range.after.through(whole))
  }
}

extension SourceSpan {
  /// True when all of `other` lies in it.
  func holds(_ other: SourceSpan) -> Bool {
    offset <= other.offset && other.end <= end
  }
}

/// What can't be drawn, at the words that caused it.
extension CheckedProgram {
  /// Where the inputs of ``uncertain`` stand, in their order.
  public var inputSpans: [SourceSpan] { inputPlaces }

  /// Why values of the inputs can't be answered, at the input that is named, or else at the first.
  public func diagnostic(_ error: InputUncertaintyError) -> Diagnostic {
    let name = error.inputName
    let place = uncertain?.inputs.firstIndex { $0.name == name } ?? 0
    let span = inputPlaces.indices.contains(place) ? inputPlaces[place] : .unknown
    return Diagnostic(.valueOutOfRange, error.description, at: span)
  }
}
