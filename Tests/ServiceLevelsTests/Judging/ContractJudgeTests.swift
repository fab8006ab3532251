import Quantities
import ServiceLevels
import TestSupport
import Testing

/// Windows of histories judged one by one, and by every window that rolls.
@Suite("Judging histories")
struct ContractJudgeTests {
  private static let second = RandomHistory.second
  private static let day = 86_400 * second

  private func verdicts(
    _ question: ContractQuestion, _ losses: [ServiceLoss], month: Int = 0
  ) -> [WindowVerdict] {
    var verdicts: [WindowVerdict] = []
    ContractJudge(question).judge(losses, month: month) { verdicts.append($0) }
    return verdicts
  }

  @Test("windows of fixed length count what a second-by-second reading counts")
  func fixedWindows() throws {
    var random = SplitMix64(seed: 3)
    let agreement = try ServiceLevelAgreement(
      "s", target: try .percent(70), per: .duration(.seconds(700)))
    for _ in 0..<300 {
      let losses = RandomHistory.losses(20, within: 6_000, &random)
      let told = verdicts(ContractQuestion(agreement, windows: 5), losses)
      let known = (0..<Int64(5)).map { window in
        RandomHistory.seconds(losses, from: window * 700, to: window * 700 + 700).reduce(0, +)
      }
      #expect(told.map { Double($0.counted) / 1e9 } == known.filter { $0 > 0 })
      #expect(told.map(\.isMet) == known.filter { $0 > 0 }.map { $0 <= 210 })
    }
  }

  /// One outage that lasts longer than all windows together tells each window's length.
  @Test(
    "months of the calendar have their days",
    arguments: [
      (0, [31, 29, 31]), (12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]), (49, [29]),
      (1_201, [28]), (4_799, [31, 31, 29]),
    ])
  func calendarMonths(first: Int, days: [Int64]) throws {
    let agreement = try ServiceLevelAgreement(
      "s", target: try .percent("99.9"), per: .calendarMonth)
    let question = ContractQuestion(agreement, windows: days.count)
    let whole = ServiceLoss(start: 0, end: 400 * Self.day)
    let told = verdicts(question, [whole], month: first)
    #expect(told.map(\.counted) == days.map { $0 * Self.day })
    #expect(told.map(\.allowed) == days.map { $0 * Self.day / 1_000 })
    #expect(question.span.seconds >= Double(days.reduce(0, +)) * 86_400)
  }

  @Test("a budget that is spent to the nanosecond is kept, one more breaks it")
  func edges() throws {
    let agreement = try ServiceLevelAgreement("s", target: try .percent("99.95"), per: .month)
    let allowed: Int64 = 1_296 * Self.second
    for (more, isMet) in [(Int64(0), true), (1, false)] {
      let loss = ServiceLoss(start: 5, end: 5 + allowed + more)
      #expect(verdicts(ContractQuestion(agreement), [loss]).map(\.isMet) == [isMet])
    }
    let promise = try ServiceLevelAgreement("all", target: .certain, per: .month)
    let least = verdicts(ContractQuestion(promise), [ServiceLoss(start: 5, end: 6)])
    #expect(least.map(\.isMet) == [false])
  }

  @Test("a window begun adds what was counted, and is judged by the whole window's budget")
  func begunWindow() throws {
    let agreement = try ServiceLevelAgreement("s", target: try .percent("99.95"), per: .month)
    let question = try ContractQuestion(
      agreement, given: .init(counted: .minutes(12), left: .days(9)))
    let loss = ServiceLoss(start: 8 * Self.day, end: 8 * Self.day + 600 * Self.second)
    let told = verdicts(question, [loss, ServiceLoss(start: 10 * Self.day, end: 11 * Self.day)])
    #expect(told.map(\.counted) == [1_320 * Self.second])
    #expect(told.map(\.allowed) == [1_296 * Self.second])
    #expect(told.map(\.length) == [30 * Self.day])
  }

  @Test("credits are those of the worst step, up to the cap")
  func credits() throws {
    let ladder = try CreditLadder([
      .init(credit: try .percent(10), below: try .percent("99.9")),
      .init(credit: try .percent(30), below: try .percent(99)),
      .init(credit: .certain, below: try .percent(95)),
    ])
    let agreement = try ServiceLevelAgreement(
      "s", target: try .percent("99.9"), per: .month, credits: ladder, cap: try .percent(50))
    let minutes: [(Int64, Int, Int64)] = [
      (43, 0, 0), (44, 1, 100_000_000), (432, 1, 100_000_000), (433, 2, 300_000_000),
      (2_161, 3, 500_000_000),
    ]
    for (length, step, credit) in minutes {
      let loss = ServiceLoss(start: 0, end: length * 60 * Self.second)
      let told = verdicts(ContractQuestion(agreement), [loss])
      #expect(told.map(\.step) == [step])
      #expect(told.map(\.credit) == [credit])
    }
  }

  @Test("windows that roll are broken when any of them is")
  func rolling() throws {
    var random = SplitMix64(seed: 11)
    var broken = 0
    for _ in 0..<300 {
      let losses = RandomHistory.losses(10, within: 3_000, &random)
      let percent = Double(Int.random(in: 30...95, using: &random))
      let agreement = try ServiceLevelAgreement(
        "s", target: try .percent(percent), per: .duration(.seconds(600)), isRolling: true)
      let question = ContractQuestion(agreement, windows: 5)
      let lost = RandomHistory.seconds(losses, from: 0, to: 3_000)
      let worst = (0...2_400).map { lost[$0..<$0 + 600].reduce(0, +) }.max() ?? 0
      let isBroken = worst > 600 * (100 - percent) / 100 + 1e-6
      #expect(RollingJudge(question).isBroken(losses) == isBroken)
      if isBroken { broken += 1 }
    }
    #expect(broken > 50 && broken < 290)
  }
}
