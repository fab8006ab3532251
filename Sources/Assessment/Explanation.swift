import StructureFunctions

/// The engine's choice and its size.
public struct Explanation: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The levels above 0 that may occur.
  public let levels: [Double]
  /// What the exact engine did; nil when the level is constantly 0, or when it does not answer.
  public let work: StructureFunction.Work?
  /// Why the exact engine does not answer; nil where it does, or isn't asked.
  public let refusal: StructureFunctionError?
  /// The engine that answers.
  public let method: AnswerMethod
}

extension Assessor {
  /// How the long run of `name` is worked out, and why so; `method` forces an engine. Cost: that of
  /// ``availability(of:)``; nothing is simulated. Throws ``StructureFunctionError``.
  public func explanation(
    of name: String, using method: AnswerMethod? = nil
  ) throws(StructureFunctionError) -> Explanation {
    let structure = try StructureFunction(topology, of: name)
    let levels = structure.positiveLevels
    func explanation(
      _ method: AnswerMethod, _ work: StructureFunction.Work?, _ refusal: StructureFunctionError?
    ) -> Explanation {
      Explanation(name: name, levels: levels, work: work, refusal: refusal, method: method)
    }
    guard let threshold = structure.downThreshold else { return explanation(.exact, nil, nil) }
    guard method != .simulated else { return explanation(.simulated, nil, nil) }
    do throws(StructureFunctionError) {
      return explanation(.exact, try structure.figures(atLeast: threshold).work, nil)
    } catch {
      guard method == nil, error.leavesSimulation else { throw error }
      return explanation(.simulated, nil, error)
    }
  }
}
