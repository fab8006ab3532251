import StructureFunctions

/// The engine's choice and its size.
public struct Explanation: Sendable, Hashable {
  /// What was asked about.
  public let name: String
  /// The levels above 0 that may occur.
  public let levels: [Double]
  /// What the exact engine did; nil when the level is constantly 0, or when it does not answer.
  public let work: StructureFunction.Work?
  /// Why the exact engine does not answer; nil where it does.
  public let refusal: StructureFunctionError?

  /// The engine that answers.
  public var method: AnswerMethod { refusal == nil ? .exact : .simulated }
}

extension Assessor {
  /// How the long run of `name` is worked out, and why so. Cost: that of ``availability(of:)``; nothing is
  /// simulated. Throws ``StructureFunctionError``.
  public func explanation(of name: String) throws(StructureFunctionError) -> Explanation {
    let structure = try StructureFunction(topology, of: name)
    let levels = structure.positiveLevels
    guard let threshold = structure.downThreshold else {
      return Explanation(name: name, levels: [], work: nil, refusal: nil)
    }
    do throws(StructureFunctionError) {
      let figures = try structure.figures(atLeast: threshold)
      return Explanation(name: name, levels: levels, work: figures.work, refusal: nil)
    } catch {
      guard error.leavesSimulation else { throw error }
      return Explanation(name: name, levels: levels, work: nil, refusal: error)
    }
  }
}
