import Assessment
import Quantities
import Testing
import Topology

/// A system without its planned windows.
@Suite("Without maintenance")
struct MaintenanceFreeTests {
  private func topology(_ planned: Maintenance?) throws -> Topology {
    try Topology {
      Part("db", .mtbf(.days(100), mttr: .hours(2)))
      Service("web", 2, of: 3, .mtbf(.days(30), mttr: .minutes(5)))
      if let planned { PlannedWork("patch", planned) }
      System("site", "db" & "web")
    }
  }

  @Test("windows over a scope leave nothing behind")
  func scoped() throws {
    let planned = Maintenance(every: .days(30), lasting: .hours(1), scope: ["web"])
    let maintained = try topology(planned)
    #expect(maintained.hasMaintenance)
    let free = try maintained.withoutMaintenance()
    #expect(!free.hasMaintenance)
    let ours = try Assessor(free).availability(of: "site")
    let theirs = try Assessor(try topology(nil)).availability(of: "site")
    #expect(ours.availability == theirs.availability)
    #expect(ours.outageFrequency == theirs.outageFrequency)
  }

  @Test("windows that stand in an expression are never down")
  func inExpression() throws {
    let maintained = try Topology {
      Part("db", .mtbf(.days(100), mttr: .hours(2)))
      PlannedWork("patch", Maintenance(every: .days(30), lasting: .hours(1)))
      System("site", "db" & "patch")
    }
    let free = try maintained.withoutMaintenance()
    let site = try Assessor(free).availability(of: "site").availability
    let db = try Assessor(free).availability(of: "db").availability
    #expect(site == db)
    #expect(
      try Assessor(maintained).availability(of: "site").availability.complement > db.complement)
  }

  @Test("a system without maintenance is itself")
  func unmaintained() throws {
    let plain = try topology(nil)
    #expect(try plain.withoutMaintenance() == plain)
  }
}
