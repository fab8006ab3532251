/// Whose export a log is, told by its header.
public enum IncidentLogForm: Sendable, Hashable, CustomStringConvertible {
  /// PagerDuty's incidents: `incident_number` and `created_on` or `created_at`. Its durations, such
  /// as `seconds_to_resolve`, repeat what the times say and aren't read.
  case pagerDuty
  /// Atlassian Statuspage's incidents: `impact`, `created_at` and `resolved_at`. Rows with a
  /// `scheduled_for` or the impact `maintenance` are planned, and are left out.
  case statuspage
  /// Any other table.
  case table

  /// The form's name for people.
  public var description: String {
    switch self {
    case .pagerDuty: "PagerDuty export"
    case .statuspage: "Statuspage export"
    case .table: "table"
    }
  }

  /// By the header's names in their normal form.
  init(names: Set<String>) {
    if names.contains("incidentnumber"), !names.isDisjoint(with: ["createdon", "createdat"]) {
      self = .pagerDuty
    } else if names.isSuperset(of: ["impact", "createdat", "resolvedat"]) {
      self = .statuspage
    } else {
      self = .table
    }
  }
}
