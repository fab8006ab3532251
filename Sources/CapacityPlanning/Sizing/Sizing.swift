import Assessment
import Quantities
import ResourceAdequacy
import Topology

/// A search for the smallest, the cheapest or the best design that meets conditions.
///
/// ```swift
/// let sizing = try Sizing(
///   [SizingVariable("n", 1...20)],
///   where: [SizingCondition(.availability(of: "shop", atLeast: .percent(99.99)), text: "99.99%")]
/// ) { choices in
///   try Topology { Service("web", 2, of: choices[0] + 2, .mtbf(.days(30), mttr: .minutes(5))) … }
/// }
/// let answer = try await sizing.run()
/// ```
public struct Sizing: Sendable {
  /// Describes the design of some choices: for each variable the place of its value. What it throws is told as
  /// the reason why these values make no sense.
  public typealias Design = @Sendable (_ choices: [Int]) throws -> Topology

  let variables: [SizingVariable]
  let conditions: [SizingCondition]
  let objective: SizingObjective
  let demands: [String: DemandProfile]
  let request: SizingRequest
  let design: Design

  /// More designs than this are refused.
  public static let designLimit = 20_000

  /// A search among all combinations of the variables' values; `demands` are those over time of
  /// definitions whose demand varies. Throws ``SizingError`` where there are no designs, or too many.
  public init(
    _ variables: [SizingVariable], where conditions: [SizingCondition],
    finding objective: SizingObjective = .fewestInstances, demands: [String: DemandProfile] = [:],
    request: SizingRequest = .init(), design: @escaping Design
  ) throws(SizingError) {
    if let empty = variables.first(where: \.values.isEmpty) { throw .noValues(empty.name) }
    let count = Self.designs(variables)
    guard count <= Self.designLimit else { throw .tooManyDesigns(count, limit: Self.designLimit) }
    self.variables = variables
    self.conditions = conditions
    self.objective = objective
    self.demands = demands
    self.request = request
    self.design = design
  }

  /// The number of designs.
  public static func designs(_ variables: [SizingVariable]) -> Int {
    variables.reduce(1) { product, variable in
      let (count, overflow) = product.multipliedReportingOverflow(by: variable.values.count)
      return overflow ? .max : count
    }
  }

  /// The answer; exact conditions are worked out exactly, others by simulations that end when they are
  /// decided.
  ///
  /// The errors of all decisions together are 5 % at most: the k-th candidate that is looked at takes
  /// 5 % / (k (k + 1)). `progress` is told of each candidate. Cancelling the surrounding task ends it with
  /// what is known. Throws ``SizingError``.
  public func run(
    progress: (@Sendable (SizingCandidate) -> Void)? = nil
  ) async throws(SizingError) -> SizingAnswer {
    var search = try SizingSearch(self)
    return try await search.answer(progress: progress)
  }
}
