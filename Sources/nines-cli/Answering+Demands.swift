import Nines

// Capacities against demands that vary over time.
extension Answering {
  /// How often something falls short of its demand, and whether that is rare enough.
  func adequacy(
    of name: String, _ target: CheckedQuestion.Target?, _ program: CheckedProgram
  ) -> ExitStatus {
    guard let profile = program.profiles[name] else { return .unanswerable }
    do throws(ResourceAdequacyError) {
      let answer = try AdequacyAnswer(
        program.topology, of: name, against: profile,
        goal: target.map { ($0.availability, $0.text) },
        assuming: program.assumptions(about: name) + program.medians)
      print(isJSON ? JSONValue(answer).text : AdequacyCard.text(answer))
      return answer.isMet ?? true ? .answered : .notMet
    } catch {
      reportPlain("unanswerable", error.description)
      return .unanswerable
    }
  }
}
