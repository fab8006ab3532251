import OutageSimulation
import Quantities
import StructureFunctions

/// Several things side by side: which of them is down less, and how surely.
public struct Comparison: Sendable, Hashable {
  /// One of the things.
  public struct Subject: Sendable, Hashable {
    /// Its name.
    public let name: String
    /// The share of time in which it is down, 0 to 1; its error is 0 where it is exact.
    public let unavailability: Estimate
    /// Outages in a year of 365 d; nil where they are unknown, or none was seen.
    public let outagesPerYear: Estimate?
  }

  /// Each of them, in the order asked; at least two.
  public let subjects: [Subject]
  /// How the figures were obtained, one way for all.
  public let method: AnswerMethod
  /// The histories that all of them met; nil where all are exact.
  public let result: PairedResult?
  /// Why the exact engine does not answer; nil where it does.
  public let refusal: StructureFunctionError?
  /// What the figures rest on, a sentence each.
  public internal(set) var assumptions: [String]

  /// How much more the `second` is down than the `first`, both places in ``subjects``.
  public func difference(from first: Int, to second: Int) -> DowntimeDifference {
    let (one, other) = (subjects[first].unavailability, subjects[second].unavailability)
    return DowntimeDifference(
      first: one, second: other,
      unavailability: result?.difference(from: first, to: second)
        ?? .exactly(other.value - one.value))
  }

  /// The place of the one that is down least, the first of equal ones.
  public var best: Int {
    subjects.indices.min { subjects[$0].unavailability.value < subjects[$1].unavailability.value }
      ?? 0
  }

  /// The same comparison with further sentences on what it rests on.
  public func assuming(_ more: [String]) -> Comparison {
    var result = self
    result.assumptions += more.filter { !assumptions.contains($0) }
    return result
  }
}

extension Comparison {
  /// Of exact answers.
  init(_ answers: [AvailabilityAnswer]) {
    subjects = answers.map { answer in
      Subject(
        name: answer.name, unavailability: .exactly(answer.availability.complement),
        outagesPerYear: answer.outageFrequency.map { .exactly($0.perYear) })
    }
    method = .exact
    result = nil
    refusal = nil
    assumptions = answers.reduce(into: []) { lines, answer in
      lines += answer.assumptions.filter { !lines.contains($0) }
    }
  }

  /// Of histories. Without `isTimed` nothing is known of outages.
  init(_ result: PairedResult, isTimed: Bool, _ refusal: StructureFunctionError?, _ lines: [String])
  {
    subjects = result.subjects.map { subject in
      Subject(
        name: subject.name, unavailability: subject.unavailability,
        outagesPerYear: isTimed ? subject.outagesPerYear : nil)
    }
    method = .simulated
    self.result = result
    self.refusal = refusal
    assumptions = lines
  }
}
