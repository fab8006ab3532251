import CapacityPlanning
import Quantities
import Topology

// Whether something is survived.
extension Checker {
  func survival(
    _ check: CheckSyntax, of name: String, without loss: LossSyntax, of lost: Identifier,
    _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    if let percent = check.confidence {
      throw Diagnostic(
        .misplacedClause, "what is survived is certain; leave `with \(percent.text)` out",
        at: percent.span)
    }
    if let span = check.details.given?.span ?? check.details.options.first?.span {
      let removal = ClauseRemoval(of: span, in: source)
      throw Diagnostic(
        .misplacedClause, "what is survived is certain, about which this says nothing",
        at: removal.span, fixes: removal.fixes)
    }
    let rule = try rule(loss, of: lost, topology)
    do throws(SurvivalError) {
      // Tried here, so that what can't be lost is shown where it stands.
      _ = try topology.survival(of: name, without: rule)
    } catch .tooMany(let count, let what, let have) {
      throw Diagnostic(
        .valueOutOfRange,
        SurvivalError.tooMany(count, of: what, have: have).description, at: loss.span,
        fixes: ["\(have)"])
    } catch .unrelated(let what, let name) {
      throw Diagnostic(
        .misplacedClause, SurvivalError.unrelated(what, to: name).description, at: lost.span)
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: loss.span)
    }
    return .survival(name, rule, text: ChanceWriter.goal(check.goal))
  }

  func headroom(
    _ name: Identifier, _ topology: Topology
  ) throws(Diagnostic) -> CheckedQuestion {
    let known = try known(name, topology)
    guard !topology.headroomRules(of: known).isEmpty else {
      throw Diagnostic(
        .notADomain,
        "'\(known)' has no members and stands in no domains, so that no headroom is defined",
        at: name.span)
    }
    return .headroom(known)
  }

  private func rule(
    _ loss: LossSyntax, of lost: Identifier, _ topology: Topology
  ) throws(Diagnostic) -> SurvivalRule {
    let isFamily = topology.families.contains { $0.name == lost.text }
    if !isFamily {
      let name = try known(lost, topology)
      guard case .group? = topology.definition(named: name)?.body else {
        throw Diagnostic(
          .notADomain, "'\(name)' has no members that could be lost, and is no family of domains",
          at: lost.span)
      }
    }
    switch loss {
    case .count(let count):
      let number = try QuantityReading.count(count)
      guard number > 0 else {
        throw Diagnostic(
          .valueOutOfRange, "say how many are lost, 1 or more", at: count.span, fixes: ["1"])
      }
      return isFamily ? .domains(number, of: lost.text) : .members(number, of: lost.text)
    case .share(let percent):
      guard !isFamily else {
        throw Diagnostic(
          .expectedCount, "of domains a number is lost, such as `1 \(lost.text)`",
          at: percent.span, fixes: ["1"])
      }
      return .share(try QuantityReading.value(percent).value, of: lost.text)
    }
  }
}
