import Quantities
import ServiceLevels
import Testing

/// Promises that make sense and promises that don't.
@Suite("Agreements")
struct AgreementTests {
  private let target = Probability(uncheckedValue: 0.999, complement: 1e-3)

  private func step(_ credit: Double, below: Double) throws -> CreditLadder.Step {
    CreditLadder.Step(credit: try .percent(credit), below: try .percent(below))
  }

  @Test("a ladder's availabilities fall and its credits rise")
  func ladders() throws {
    let first = try step(10, below: 99.9)
    let second = try step(25, below: 99)
    #expect(try CreditLadder([first, second]).steps.count == 2)
    for wrong in [[], [second, first], [first, first], [first, try step(5, below: 99)]] {
      #expect(throws: ServiceLevelError.self) { try CreditLadder(wrong) }
    }
  }

  @Test("a ladder begins at the target or below it")
  func ladderAboveTarget() throws {
    let ladder = try CreditLadder([try step(10, below: 99.99)])
    #expect(throws: ServiceLevelError.ladder("a ladder begins at the target or below it")) {
      try ServiceLevelAgreement("gold", target: target, per: .month, credits: ladder)
    }
  }

  @Test("windows and rules have lengths that fit")
  func lengths() throws {
    #expect(throws: ServiceLevelError.window) {
      try ServiceLevelAgreement("gold", target: target, per: .duration(.zero))
    }
    #expect(throws: ServiceLevelError.ruleLength) {
      try ServiceLevelAgreement("gold", target: target, per: .day, counted: .runs(of: .days(2)))
    }
    #expect(throws: ServiceLevelError.rollingCalendar) {
      try ServiceLevelAgreement("gold", target: target, per: .calendarMonth, isRolling: true)
    }
    #expect(throws: ServiceLevelError.errorRatio) {
      try ServiceLevelAgreement(
        "gold", target: target, per: .day, counted: .errors(above: .certain))
    }
  }

  @Test("a year has 12 months, 13 windows of 28 d, and one of more than half a year")
  func windowsInOneYear() throws {
    func windows(_ window: Window) throws -> Int {
      ContractQuestion(try ServiceLevelAgreement("gold", target: target, per: window)).windows
    }
    #expect(try windows(.month) == 12)
    #expect(try windows(.calendarMonth) == 12)
    #expect(try windows(.duration(.days(28))) == 13)
    #expect(try windows(.duration(.days(200))) == 1)
  }

  @Test("a window begun has a known length, and what is left fits into it")
  func begun() throws {
    let month = try ServiceLevelAgreement("gold", target: target, per: .month)
    let calendar = try ServiceLevelAgreement("gold", target: target, per: .calendarMonth)
    let begun = ContractQuestion.BegunWindow(counted: .minutes(12), left: .days(9))
    #expect(try ContractQuestion(month, given: begun).begun == begun)
    #expect(throws: ServiceLevelError.begunCalendar) {
      try ContractQuestion(calendar, given: begun)
    }
    for left in [Duration.zero, .days(30)] {
      #expect(throws: ServiceLevelError.begun) {
        try ContractQuestion(month, given: .init(counted: .minutes(12), left: left))
      }
    }
  }
}
