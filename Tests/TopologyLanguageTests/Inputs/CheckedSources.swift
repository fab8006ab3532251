import InputUncertainty
import Quantities
import Testing
import Topology

@testable import TopologyLanguage

/// False without the trait GSL, where posteriors have no quantiles.
let hasGSL = (try? Belief.timePerEvent(events: 1, exposure: .hours(1)).median()) != nil

/// The checked program of `text`, with the files that it names.
func checked(
  _ text: String, files: [String: String] = [:]
) throws(Diagnostic) -> CheckedProgram {
  let reader = ObservationReader { name throws(ObservationError) in
    guard let file = files[name] else { throw ObservationError("there is no such file") }
    return try ObservationFile.durations(Array(file.utf8))
  }
  return try Checker.check(SourceText(text), reading: reader)
}

/// Why `text` is refused by the checker; nil when it isn't.
func flaw(_ text: String, files: [String: String] = [:]) -> Diagnostic? {
  do throws(Diagnostic) {
    _ = try checked(text, files: files)
    return nil
  } catch {
    return error
  }
}

/// The component that the definition `name` is, or that its members are.
func component(_ name: String, in topology: Topology) throws -> Component {
  switch try #require(topology.definition(named: name)).body {
  case .expression(.component(let component)): return component
  case .group(let group): return group.member
  default:
    Issue.record("'\(name)' is no component")
    return try Component(availability: .certain)
  }
}

/// Checks the code, the marked text and the fixes of a refusal by the checker.
func expectRefusal(_ refused: Refused, files: [String: String] = [:]) throws {
  let diagnostic = try #require(flaw(refused.text, files: files), "\(refused.text)")
  #expect(diagnostic.code == refused.code, "\(diagnostic.message)")
  #expect(SourceText(refused.text).text(in: diagnostic.span) == refused.marked)
  #expect(diagnostic.fix.map { paste($0, over: diagnostic, in: refused.text) } == refused.fixed)
  guard let fixed = refused.fixed else { return }
  let remaining = flaw(fixed, files: files)
  let isAccepted = remaining == nil || !hasGSL && remaining?.code == .missingLibrary
  #expect(isAccepted, "`\(fixed)` is refused: \(remaining?.message ?? "")")
}
