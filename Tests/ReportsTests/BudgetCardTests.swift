import Quantities
import Reports
import ServiceLevels
import Testing

@Suite("Budget cards")
struct BudgetCardTests {
  @Test("bars are shares of the budget, and an overdraft is named")
  func bars() throws {
    let budget = try ErrorBudget(target: .percent("99.9"), period: .month)
    let half = BudgetWaterfall.Cause(
      "deployments", kind: .changes, spent: .seconds(1296), standardError: .seconds(12))
    let within = BudgetCard.report("shop", BudgetWaterfall(of: budget, spentOn: [half])).text
    #expect(within.contains("##########..........  21.6 min, 50%, standard error 12 s"))
    #expect(within.contains("left") && within.contains("43.2 min at 99.9%"))
    let zone = BudgetWaterfall.Cause("zone a", kind: .zones, spent: .hours(1))
    let over = BudgetCard.report("shop", BudgetWaterfall(of: budget, spentOn: [half, zone])).text
    #expect(over.contains("###################>  1 h, 139%"))
    #expect(over.contains("overdrawn by"))
  }
}
