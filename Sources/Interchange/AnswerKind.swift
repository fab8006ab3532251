/// What an answer in JSON is, by its `kind`, and which of its lists have a row an element in a table.
public enum AnswerKind: String, Sendable, Hashable, CaseIterable {
  /// How available something is.
  case availability
  /// A promise or a target that is judged.
  case check
  /// How probable it is that a promise is met.
  case chance
  /// What matters, and how much.
  case importance
  /// How an answer is worked out.
  case explanation
  /// What is left without some parts.
  case survival
  /// Downtime and outages by simulation.
  case simulation
  /// What depends on what.
  case topology
  /// One simulated history.
  case timeline
  /// What to fix first.
  case improvements
  /// Every headroom rule.
  case headroom
  /// A search for a design.
  case find
  /// What an incident log says about a service.
  case fit
  /// A range of one value.
  case sweep
  /// Inputs by their effect.
  case tornado
  /// Things beside each other.
  case comparison
  /// Changed values.
  case with
  /// What a target allows.
  case budget
  /// What spends it.
  case budgetSpent = "budget_spent"
  /// A capacity against a demand that varies.
  case adequacy
  /// The same by simulation.
  case adequacySimulation = "adequacy_simulation"
  /// Published promises.
  case catalogue
  /// Something that the linter found.
  case finding
  /// The names that there are.
  case list
  /// What is known of a name.
  case information
  /// What a word of the language means.
  case help
  /// A sentence about what was done.
  case note
  /// A part of a simulation, kept in a file.
  case part

  /// A list that has a row an element, and what stands before the names of their columns.
  public struct MainList: Sendable, Hashable {
    /// The key of the list.
    public let key: String
    /// What one element is called.
    public let element: String
  }

  /// The kind's main list; nil where the answer has one row.
  public var list: MainList? {
    switch self {
    case .importance: MainList(key: "components", element: "component")
    case .improvements: MainList(key: "changes", element: "change")
    case .headroom: MainList(key: "rules", element: "rule")
    case .find: MainList(key: "candidates", element: "candidate")
    case .sweep: MainList(key: "points", element: "point")
    case .topology: MainList(key: "parts", element: "part")
    case .timeline: MainList(key: "outages", element: "outage")
    case .tornado: MainList(key: "inputs", element: "input")
    case .comparison: MainList(key: "subjects", element: "subject")
    case .budget: MainList(key: "alerts", element: "alert")
    case .budgetSpent: MainList(key: "causes", element: "cause")
    case .catalogue: MainList(key: "commitments", element: "commitment")
    case .list: MainList(key: "names", element: "name")
    case .availability, .check, .chance, .explanation, .survival, .simulation, .fit, .with,
      .adequacy, .adequacySimulation, .finding, .information, .help, .note, .part:
      nil
    }
  }

  /// A list that has a table of its own behind that of the main list; nil where there is none.
  public var furtherList: MainList? {
    switch self {
    case .importance: MainList(key: "minimal_cut_sets", element: "cut_set")
    case .comparison: MainList(key: "differences", element: "difference")
    case .budget: MainList(key: "allowances", element: "allowance")
    default: nil
    }
  }

  /// The kind that an object names; nil for others, such as errors.
  init?(of answer: JSONValue) {
    guard case .string(let kind)? = answer["kind"] else { return nil }
    self.init(rawValue: kind)
  }
}
