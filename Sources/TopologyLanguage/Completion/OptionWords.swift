/// The options of a simulation that a question takes, of all that its grammar has.
enum OptionWords {
  /// The words of the options that may still stand behind the question at `place`.
  static func accepted(at place: CompletionPlace) -> Set<String> {
    let taken = Set(place.question.compactMap { $0.keyword?.rawValue })
    var words = accepted(of: place).subtracting(taken)
    if taken.contains("runs") { words.subtract(["error", "within"]) }
    if taken.contains("error") || taken.contains("within") { words.remove("runs") }
    return words
  }

  private static func accepted(of place: CompletionPlace) -> Set<String> {
    let all = Set(Parser.simulationOptions)
    switch place.question.first?.keyword {
    case .simulate: return all
    case .plot:
      let isTimeline = place.question.contains { place.text($0) == "timeline" }
      if place.question.contains(where: { place.text($0) == "topology" }) { return [] }
      return isTimeline ? all.subtracting(SimulationOption.wordsNotOfTimelines) : all
    case .compare: return Set(SimulationOption.wordsOfComparisons)
    case .find: return Set(SimulationOption.wordsOfSearches)
    case .budget: return all.subtracting(SimulationOption.wordsNotOfCauses)
    case .check where !asksForChance(place): return []
    default: return all.subtracting(SimulationOption.wordsNotOfChances)
    }
  }

  /// False for a check of the long run alone, and of what is survived.
  static func asksForChance(_ place: CompletionPlace) -> Bool {
    let question = place.question
    guard question.first?.keyword == .check else { return true }
    return question.contains { $0.keyword == .with || $0.keyword == .meets }
  }
}
