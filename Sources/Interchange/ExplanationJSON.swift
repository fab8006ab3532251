import Assessment
import StructureFunctions

extension JSONValue {
  /// `"kind":"explanation"`; `reason` says why the exact engine does not answer, and is null where it
  /// does. `uncertainInputs` says how many inputs are believed rather than known.
  public init(_ explanation: Explanation, uncertainInputs: Int = 0) {
    let work = explanation.work
    let figures = Self.keyed([
      "method": .string(explanation.method.rawValue),
      "reason": explanation.refusal.map { .string($0.reason) } ?? .null,
      "levels": .array(explanation.levels.map { .number($0) }),
      "kinds": Self.count(work?.kinds), "shared_parts": Self.count(work?.sharedParts),
      "expansions": Self.count(work?.expansions), "gates": Self.count(work?.gates),
      "uncertain_inputs": .integer(uncertainInputs),
    ])
    self = .object(Self.head("explanation", explanation.name) + figures)
  }

  private static func count(_ count: Int?) -> JSONValue { count.map { .integer($0) } ?? .null }
}
