import Quantities
import Topology

extension Topology {
  /// The topology in a few lines, for the message of a failed test.
  public var text: String {
    (families.map(\.text) + definitions.map(\.text)).joined(separator: "\n")
  }
}

extension DomainFamily {
  fileprivate var text: String {
    "domains \(name): \(count)" + (parent.map { " per \($0)" } ?? "")
      + (inside.map { " in \($0)" } ?? "") + " of \(component.text)"
  }
}

extension Definition {
  fileprivate var text: String {
    let meaning =
      switch body {
      case .expression(let expression): expression.text
      case .group(let group): group.text
      case .changes(let changes): "\(changes)"
      case .maintenance(let maintenance): "\(maintenance)"
      }
    return "\(name) = \(meaning)" + needs.map { " needs \($0)" }.joined()
      + wants.map { " wants \($0.name) degraded \($0.degraded.fraction)" }.joined()
      + (demand.map { " demand \($0.label)" } ?? "")
  }
}

extension Group {
  fileprivate var text: String {
    let count =
      switch size {
      case .members(let count): "\(count)"
      case .perDomain(let count, let family): "\(count) per \(family)"
      }
    return "\(need) of group(\(count)) of \(member.text)"
      + (commonCause.map { " beta \($0.value)" } ?? "")
      + across.map { " across \($0)" }.joined() + inside.map { " in \($0)" }.joined()
  }
}

extension Component {
  fileprivate var text: String {
    let restoration =
      (restoration.map { " mttr \($0.mean.seconds)s" } ?? "")
      + (capacity.map { " capacity \($0.label)" } ?? "")
    guard !isGivenByAvailability, let uptime else {
      return "[U \(availability.complement)\(restoration)]"
    }
    return "[mtbf \(uptime.mean.seconds)s\(restoration)]"
  }
}

extension Expression {
  fileprivate var text: String {
    switch self {
    case .component(let component): component.text
    case .level(let level): "level \(level.fraction)"
    case .name(let name): name
    case .all(let operands): Self.list(operands, " & ")
    case .any(let operands): Self.list(operands, " | ")
    case .sum(let operands): Self.list(operands, " + ")
    case .atLeast(let need, let operands): "\(need) of \(Self.list(operands, ", "))"
    case .copies(let need, let count, let operand): "\(need) of \(count) copies {\(operand.text)}"
    case .standby(let primary, let standby): "(\(primary.text) standby \(standby.text))"
    case .failover(let primary, let standby, let failover):
      "(\(primary.text) standby \(standby.text), \(failover))"
    case .behaving(let operand, let effect): "(\(operand.text), \(effect))"
    case .fallback(let operand, let level): "(\(operand.text) else level \(level.fraction))"
    case .weighted(let terms):
      "(" + terms.map { "\($0.weight) x \($0.expression.text)" }.joined(separator: " + ") + ")"
    }
  }

  private static func list(_ operands: [Expression], _ separator: String) -> String {
    "(" + operands.map(\.text).joined(separator: separator) + ")"
  }
}
