import Quantities

/// What is wrong with a topology: which definition, and what to write instead.
public struct TopologyError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of flaws.
  public enum Reason: Error, Sendable, Hashable {
    /// Two things have one name.
    case duplicateName
    /// A name that nothing has.
    case unknownName(String)
    /// A family of domains where one domain or a definition is meant.
    case familyAsPart(String)
    /// A definition or domain where a family of domains is meant.
    case notAFamily(String)
    /// A definition or family where one domain is meant.
    case notADomain(String)
    /// Definitions that need each other in a circle, first and last the same.
    case cycle([String])
    /// Definitions nested deeper than the limit.
    case tooDeep(limit: Int)
    /// A need outside 1 to the number of members.
    case need(Int, members: Int)
    /// Nothing to combine, or no members.
    case empty
    /// More members or domains than the limit.
    case tooMany(Int, limit: Int)
    /// Weights that don't sum to 1.
    case weights(sum: Double)
    /// A weight that is not above 0.
    case weight(Double)
    /// A capacity or a demand, the word says which, of no flow.
    case noFlow(String)
    /// Two flows whose units don't mix.
    case mixedRates(Rate, Rate)
    /// A demand on something that no capacity limits.
    case demandWithoutCapacity(Rate)
    /// A sum of pools of which one has no capacity.
    case sumWithoutCapacity
    /// A weighted sum of things with capacities, under the demand of the named definition.
    case weightedCapacity(under: String)
    /// A beta factor outside 0 to 1.
    case commonCause(Double)
    /// A common cause in a group of one.
    case commonCauseOfOne
    /// A family named twice, or nested in another family that is named too.
    case overlappingFamilies(String, String)
    /// A component whose times aren't laws of life.
    case component(ComponentError)
    /// A number that doesn't make a quantity.
    case quantity(QuantityError)
    /// A behaviour in time that makes no sense.
    case behaviour(BehaviourFlaw)
  }

  /// The definition or family that is wrong.
  public let definition: String
  /// What is wrong with it.
  public let reason: Reason

  /// The flaw `reason` of `definition`.
  public init(definition: String, reason: Reason) {
    self.definition = definition
    self.reason = reason
  }

  /// One sentence for people.
  public var description: String { "\(definition): \(sentence)" }

  /// The sentence without the definition's name.
  public var sentence: String {
    switch reason {
    case .duplicateName:
      "the name '\(Self.short(definition))' is defined twice; a name is one thing"
    case .unknownName(let name): "nothing is called '\(Self.short(name))'"
    case .familyAsPart(let name):
      "'\(name)' is a family of domains; name one of them, such as \(name).1"
    case .notAFamily(let name): "'\(name)' is not a family of domains; declare `zones \(name): 3`"
    case .notADomain(let name): "'\(name)' is not one domain; name one such as az.1"
    case .cycle(let names): "it depends on itself: \(Self.path(names))"
    case .tooDeep(let limit): "it nests more than \(limit) levels deep"
    case .need(let need, let members):
      members == 1
        ? "it needs \(need) of its 1 member; need can only be 1"
        : "it needs \(need) of its \(members) members; need can be 1 to \(members)"
    case .empty: "it has no members"
    case .tooMany(let count, let limit): "\(count) is more than can be counted (\(limit))"
    case .weights(let sum): "its weights sum to \(sum), not 1"
    case .weight(let weight): "a weight must be above 0, not \(weight)"
    case .noFlow(let word): "a \(word) must be above 0"
    case .mixedRates(let first, let second):
      "\(second.label) can't be compared with \(first.label); use one unit for all flows"
    case .demandWithoutCapacity(let demand):
      "nothing below the demand of \(demand.label) has a capacity, so that it changes nothing"
    case .sumWithoutCapacity:
      "terms without weights add their capacities, and one has none; give it one, or write weights"
    case .weightedCapacity(let definition):
      """
      weights share out users, not capacities, and '\(definition)' puts a demand on the sum; put \
      one on each term
      """
    case .commonCause(let beta):
      "the common-cause share must be above 0% and below 100%, not \(Self.percent(beta))"
    case .commonCauseOfOne: "a group of one has no common cause"
    case .overlappingFamilies(let first, let second):
      first == second
        ? "its members are dealt over '\(first)' twice"
        : "'\(first)' already decides the domain of '\(second)'; deal over '\(first)' alone"
    case .component(let error): error.description
    case .quantity(let error): error.description
    case .behaviour(let flaw): flaw.sentence
    }
  }

  /// The names with arrows; of a long way round its beginning and its end.
  private static func path(_ names: [String]) -> String {
    guard names.count > 12 else { return names.joined(separator: " -> ") }
    let shown = names.prefix(6) + ["… \(names.count - 10) more …"] + names.suffix(4)
    return shown.joined(separator: " -> ")
  }

  /// Enough of a name to know it by.
  private static func short(_ name: String) -> String {
    name.unicodeScalars.count > 60 ? String(name.unicodeScalars.prefix(60)) + "…" : name
  }

  private static func percent(_ value: Double) -> String {
    value == 0 ? "0%" : value == 1 ? "100%" : "\(value * 100)%"
  }
}
