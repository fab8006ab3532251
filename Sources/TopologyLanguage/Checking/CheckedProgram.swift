import CapacityPlanning
import InputUncertainty
import Quantities
import ResourceAdequacy
import ServiceLevels
import Topology

/// A program whose every word has a meaning: a topology and what is asked about it.
public struct CheckedProgram: Sendable {
  /// The definitions and failure domains, at the medians of what is only believed.
  public let topology: Topology
  /// The topologies of all values of what is only believed; nil where everything is known.
  public internal(set) var uncertain: UncertainTopology?
  /// The demands over time of those definitions whose demand varies; in the topology it is the
  /// largest.
  public let profiles: [String: DemandProfile]
  /// The promises, in the order of the text.
  public let agreements: [ServiceLevelAgreement]
  /// What is asked, in the order of the text; what follows from a program that asks nothing is not
  /// in it.
  public let questions: [CheckedQuestion]
  /// Oddities that don't keep the program from being answered.
  public let warnings: [Diagnostic]
  /// Changes whose restoration is exponential because nothing else is said, by name.
  let exponentialRestorations: [String]
  /// What capacities that follow from a waiting time come to, by definition.
  let waiting: [String: String]
  /// The published promises whose figures it takes.
  let promises: PublishedPromises
  /// Where things stand in the text.
  let spans: SpanTable
  /// Where the inputs of ``uncertain`` stand, in their order.
  var inputPlaces: [SourceSpan] = []

  /// Defaults of the language that decide figures about `name`, and promises that they are taken
  /// from, a sentence each.
  public func assumptions(about name: String) -> [String] {
    promises.assumptions(about: name, in: topology)
      + topology.restorationAssumptions(about: name, exponential: exponentialRestorations)
      + topology.waitingAssumptions(about: name, waiting)
  }

  /// The questions, or without any one for each system, or for the last definition that nothing
  /// else uses.
  public var answerable: [CheckedQuestion] {
    questions.isEmpty
      ? topology.subjects.map { profiles[$0] == nil ? .availability($0) : .adequacy($0, nil) }
      : questions
  }
}

/// A question about things that exist.
public enum CheckedQuestion: Sendable, Hashable {
  /// How available is it? By an engine that was named, or the best one.
  case availability(String, using: Question.Engine? = nil)
  /// What matters for it, and how much?
  case importance(String)
  /// How is it worked out, and why so? By an engine that was named, or the best one.
  case explanation(String, using: Question.Engine? = nil)
  /// Is the long-run availability at least so much?
  case check(String, Target)
  /// How probable is it that a promise is met, and is that enough?
  case promise(CheckedPromise)
  /// How often does it fall short of a demand that varies, and is that rare enough?
  case adequacy(String, Target?)
  /// How is what falls short of a demand that varies distributed?
  case adequacySimulation(CheckedAdequacySimulation)
  /// Which single change would save most, and for how much?
  case improvement(String)
  /// How does it stand to every headroom rule?
  case headroom(String)
  /// Does it carry its demand, or stay up, without what a rule takes away?
  case survival(String, SurvivalRule, text: String)
  /// How are its downtime and its outages distributed?
  case simulate(CheckedSimulation)
  /// What does a simulation of it look like?
  case picture(CheckedPicture)
  /// What does it depend on?
  case drawing(String)
  /// Which design is the smallest, cheapest or best of those that meet conditions?
  case find(CheckedSearch)
  /// What does an incident log say about times?
  case fit(CheckedFit)
  /// What does a target allow, and which alerts guard it?
  case budget(CheckedBudget)
  /// Which published promises fit these words?
  case catalogue([String])
  /// Which of several things is down less?
  case comparison(CheckedComparison)
  /// What is the answer to a question once some values are changed?
  indirect case changed(ChangedQuestion)
  /// How available is it over a range of one value?
  case sweep(CheckedSweep)
  /// How much does each input matter for it?
  case inputs(CheckedTornado)
  /// The names of all that is defined.
  case list
  /// What does a word mean? Nil for the overview.
  case help(HelpTopic?)
  /// What does a name stand for?
  case information(Information)

  /// What it is about; nil for all.
  package var subject: String? {
    switch self {
    case .availability(let name, _), .importance(let name), .explanation(let name, _),
      .check(let name, _), .survival(let name, _, _), .adequacy(let name, _),
      .improvement(let name), .headroom(let name), .drawing(let name):
      name
    case .simulate(let simulation): simulation.name
    case .picture(let picture): picture.simulation.name
    case .adequacySimulation(let simulation): simulation.name
    case .promise(let promise): promise.name
    case .budget(let budget): budget.spending?.name
    case .changed(let changed): changed.subject
    case .comparison(let comparison): comparison.names.first
    case .sweep(let sweep): sweep.name
    case .inputs(let tornado): tornado.name
    case .find, .fit, .catalogue, .list, .help, .information: nil
    }
  }

  /// A goal for the long-run availability.
  public struct Target: Sendable, Hashable {
    /// The least availability.
    public let availability: Probability
    /// The window whose downtime is shown.
    public let window: Window
    /// As written: `99.95% per month`.
    public let text: String
  }
}
