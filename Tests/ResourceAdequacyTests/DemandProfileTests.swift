import Quantities
import ResourceAdequacy
import Testing
import Topology

@Suite("Demand profiles")
struct DemandProfileTests {
  @Test(
    "forms of text that are read",
    arguments: [
      "25\n28\n27.5\n24\n", "load\n25\n28\n27.5\n24", "hour,load\n0,25\n1,28\n2,27.5\n3,24\n\n\n",
      "# a day\r\nHour, Load\r\n1, 25\r\n2, 28\r\n3, 27.5\r\n4, 24\r\n",
      "load,hour\n25,0\n28,1\n27.5,2\n24,3", "\u{FEFF}25\n# a comment between\n28\n2.75e1\n24",
    ])
  func reading(text: String) throws {
    let profile = try DemandProfile(csv: text, unit: "MW")
    #expect((0..<profile.count).map(profile.load) == [25, 28, 27.5, 24])
    #expect(profile.peak == 28 && profile.mean == 26.125)
    #expect(profile.length == .hours(4) && profile.unit == "MW")
  }

  @Test(
    "text that is refused, with the line",
    arguments: [
      ("", .noLoads), ("\n\n", .noLoads), ("hour,load\n", .noLoads),
      ("1\ntwo\n3", .notANumber(line: 2, "two")), ("1\n-5\n", .negative(line: 2, "-5")),
      ("1\n\n3", .missing(line: 2)), ("hour,load\n0,\n", .missing(line: 2)),
      ("hour,load\n0,1\n2,3", .gap(line: 3, missing: 1, found: 2)),
      ("hour,load\n5,1", .gap(line: 2, missing: 1, found: 5)),
      ("hour,load\n0,1\n1,2\n1,3", .duplicate(line: 4, hour: 1)),
      ("hour,load\nx,1", .hour(line: 2, "x")), ("time,load\n0,1", .header(line: 1, "time,load")),
      ("1,2\n", .header(line: 1, "1,2")), ("hour,load\n0,1,2", .fields(line: 2, 3, expected: 2)),
      ("1\n2,3", .fields(line: 2, 2, expected: 1)), ("load\nnan", .notANumber(line: 2, "nan")),
      ("1e300\n1e-300", .tooFine),
    ] as [(String, DemandProfileError)])
  func refused(text: String, expected: DemandProfileError) {
    #expect(throws: expected) { try DemandProfile(csv: text, unit: "MW") }
    #expect(!expected.description.isEmpty)
  }

  @Test("growth scales month by month and leaves the first month exact")
  func growth() throws {
    let constant = try DemandProfile(constant: Rate(100.5, unit: "rps"))
    let grown = try constant.growing(by: 0.02, perMonthFor: 12)
    #expect(grown.count == 12 && grown.length == .years(1) && grown.load(at: 0) == 100.5)
    #expect(isClose(grown.load(at: 11), 124.959117994, to: 1e-11))
    let day = try DemandProfile((1...24).map { try DecimalNumber("\($0)") }, unit: "rps")
    let series = try day.growing(by: 0.5, perMonthFor: 3)
    #expect(series.count == 2190 && series.load(at: 5) == 6 && series.load(at: 29) == 6)
    #expect(isClose(series.load(at: 730), 11 * 1.5, to: 1e-12))
    #expect(series.shape == .series(step: .hours(1), repeats: false))
    #expect(throws: DemandProfileError.growth(-1)) { try day.growing(by: -1, perMonthFor: 3) }
    #expect(throws: DemandProfileError.months(0)) { try day.growing(by: 0.1, perMonthFor: 0) }
  }

  /// By hand: two units at 0.9; P(short of 10, 15, 22.5) = 0.01, 0.19, 1.
  @Test("a series that doesn't repeat may begin short")
  func growingShortfalls() throws {
    let ten = try Rate(10, unit: "MW")
    let table = try CapacityOutageTable([
      CapacityUnit("g", 2, capacity: ten, .percent(90, mttr: .hours(1)))
    ])
    let profile = try DemandProfile(constant: ten).growing(by: 0.5, perMonthFor: 3)
    let figures = try AdequacyFigures(table, against: profile)
    #expect(figures.loads.map(\.load) == [10, 15, 22.5])
    #expect(isClose(figures.lossOfLoadHours, 730 * 1.2, to: 1e-14))
    #expect(isClose(figures.begunByLoadSteps ?? 0, 0.01 + 0.18 + 0.81, to: 1e-14))
    #expect(isClose(figures.unservedHours, 730 * (0.1 + (0.18 * 5 + 0.01 * 15) + 4.5), to: 1e-14))
    let level = (0.99 + (0.81 + 0.18 * 10 / 15) + 18 / 22.5) / 3
    #expect(isClose(figures.level.value, level, to: 1e-14))
    #expect(figures.worstLoad == 2)
    #expect(isClose(figures.servedShare.complement, 5.65 / 47.5, to: 1e-14))
  }

  @Test("a distribution has chances, and frequencies of failures alone")
  func distribution() throws {
    let profile = try DemandProfile(
      distribution: [(DecimalNumber("20"), 1), (DecimalNumber("30"), 3)], unit: "MW")
    let ten = try Rate(10, unit: "MW")
    let units = try [CapacityUnit("g", 3, capacity: ten, .percent(90, mttr: .hours(1)))]
    let figures = try AdequacyFigures(CapacityOutageTable(units), against: profile)
    // By hand: P(short of 20) = 0.028, of 30 = 0.271.
    #expect(isClose(figures.met.complement, 0.25 * 0.028 + 0.75 * 0.271, to: 1e-14))
    #expect(figures.begunByLoadSteps == nil && figures.lossOfLoadDays == nil)
    #expect(figures.shortfalls == nil)
    // Failures: 3 x 0.9^2 x 0.1 x 2 x 0.9 / 9 h at 20, and so on, an hour.
    let falls = 0.25 * (2 * 0.243 / 9) + 0.75 * (3 * 0.729 / 9)
    #expect(isClose(figures.begunByFailures ?? 0, falls * 8760, to: 1e-13))
    #expect(profile.mean == 27.5)
    #expect(throws: DemandProfileError.share(-1)) {
      try DemandProfile(distribution: [(DecimalNumber("20"), -1)], unit: "MW")
    }
  }

  @Test("requests a second and a minute mix, other units don't")
  func units() throws {
    let ten = try Rate(10, unit: "rps")
    let table = try CapacityOutageTable([CapacityUnit("g", 3, capacity: ten, .percent(90))])
    let minutes = try table.probability(atLeast: Rate(1200, unit: "rpm"))
    #expect(minutes == (try table.probability(atLeast: Rate(20, unit: "rps"))))
    let above = try table.probability(atLeast: Rate(1201, unit: "rpm"))
    #expect(isClose(above.value, 0.729, to: 1e-15))
    #expect(throws: ResourceAdequacyError.mixedUnits("a load in MW", "rps")) {
      try table.probability(atLeast: Rate(20, unit: "MW"))
    }
    let mixed = try CapacityOutageTable([
      CapacityUnit("a", capacity: ten, .percent(90)),
      CapacityUnit("b", capacity: Rate(600, unit: "rpm"), .percent(90)),
    ])
    #expect(mixed.totalCapacity == 1200 && mixed.unit == "rpm")
    #expect(isClose(try mixed.probability(atLeast: ten).complement, 0.01, to: 1e-14))
  }
}
