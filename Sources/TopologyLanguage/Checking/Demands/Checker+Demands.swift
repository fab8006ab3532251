import Quantities
import ResourceAdequacy
import Topology

// Demands that vary over time, and what can be asked about them.
extension Checker {
  /// What can be asked of something whose demand varies; all else is asked of constant demands.
  func ofVaryingDemand(
    _ question: CheckedQuestion, at span: SourceSpan, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    guard let subject = question.subject,
      let varying = varyingDemand(beneath: subject, topology)
    else { return question }
    switch question {
    case .availability(subject, using: nil) where varying == subject:
      return .adequacy(subject, nil)
    case .availability(subject, using: .exact?) where varying == subject:
      return .adequacy(subject, nil)
    case .check(subject, let target) where varying == subject: return .adequacy(subject, target)
    case .survival, .headroom, .adequacySimulation: return question
    case .improvement(subject) where varying == subject: return question
    default:
      throw Diagnostic(
        .notYet,
        "the demand of '\(varying)' varies over time, of which this can't be told yet; "
          + "ask `\(varying)`, check it against an availability, or find a size", at: span)
    }
  }

  /// The first definition with a demand that varies, of `name` and all that it depends on.
  func varyingDemand(beneath name: String, _ topology: Topology) -> String? {
    guard !flows.profiles.isEmpty else { return nil }
    var open = [name]
    var seen: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted else { continue }
      if flows.profiles[next] != nil { return next }
      open += topology.definition(named: next)?.dependencies ?? []
    }
    return nil
  }
}
