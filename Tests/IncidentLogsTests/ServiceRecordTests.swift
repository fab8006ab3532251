import IncidentLogs
import LifeDistributions
import Quantities
import Testing

@Suite("Records of services")
struct ServiceRecordTests {
  /// A record of incidents of one service, in a window of seconds unless the log gives it.
  private func record(
    _ incidents: [Incident], _ window: (Int64, Int64)? = (0, 1_000),
    terms: ObservationTerms = ObservationTerms()
  ) throws -> ServiceRecord {
    var terms = terms
    terms.window = try window.map { try ObservationWindow(from: second($0.0), to: second($0.1)) }
    return try IncidentLog(incidents: incidents).record(of: "api", terms: terms)
  }

  private func sample(_ complete: [UInt32], _ censored: [UInt32] = []) -> LifeSample {
    LifeSample(complete: complete.map { .seconds($0) }, censored: censored.map { .seconds($0) })
  }

  @Test("overlapping and touching incidents are one outage")
  func merging() throws {
    let record = try record([
      incident(300, 400), incident(100, 150), incident(120, 140), incident(150, 200),
      incident(350, 360),
    ])
    #expect(record.outages.map(\.start) == [second(100), second(300)])
    #expect(record.outages.map(\.end) == [second(200), second(400)])
    #expect(record.outages.map(\.incidents) == [3, 2])
    #expect(record.incidents == 5 && record.failures == 2)
    #expect(record.downtime == .seconds(200) && record.exposure == .seconds(800))
    #expect(record.uptimes == sample([100, 100], [600]))
    #expect(record.renewedUptimes == sample([100], [600]))
    #expect(record.restorations == sample([100, 100]))
  }

  @Test("no incident: the whole window is one up time that still goes on")
  func none() throws {
    let record = try record([])
    #expect(record.failures == 0 && record.outages.isEmpty)
    #expect(record.exposure == .seconds(1_000) && record.downtime == .zero)
    #expect(record.uptimes == sample([], [1_000]))
    #expect(record.renewedUptimes == sample([], [1_000]))
    #expect(record.restorations == sample([]))
    #expect(record.userWeightedDowntime == nil)
  }

  @Test("a service that the log doesn't name has the window of the others")
  func unnamed() throws {
    let log = IncidentLog(incidents: [
      incident(100, 200, service: "web"), incident(500, 600, service: "web"),
    ])
    let record = try log.record(of: "api")
    #expect(record.failures == 0)
    #expect(record.window.source == .log)
    #expect(record.uptimes == sample([], [500]))
  }

  @Test("an incident that goes on, and one that outlasts the window, are censored")
  func censored() throws {
    for end in [nil, Int64(2_000)] {
      let record = try record([incident(100, 200), incident(900, end)])
      #expect(record.outages.map(\.goesOn) == [false, true])
      #expect(record.downtime == .seconds(200))
      #expect(record.uptimes == sample([100, 700]))
      #expect(record.restorations == sample([100], [100]))
    }
  }

  @Test("an outage that runs at the window's start is no failure and no restoration, but downtime")
  func runningAtStart() throws {
    let record = try record([incident(-500, 100), incident(300, 350)])
    #expect(record.outages.map(\.beganBefore) == [true, false])
    #expect(record.failures == 1)
    #expect(record.downtime == .seconds(150))
    #expect(record.uptimes == sample([200], [650]))
    #expect(record.renewedUptimes == sample([200], [650]))
    #expect(record.restorations == sample([50]))
  }

  @Test("one that begins with the window ended no up time, but was seen whole")
  func beginningWithWindow() throws {
    let record = try record([incident(0, 100)])
    #expect(record.failures == 0)
    #expect(record.uptimes == sample([], [900]))
    #expect(record.restorations == sample([100]))
  }

  @Test("incidents outside the window are told apart")
  func outside() throws {
    let record = try record([
      incident(-200, -100), incident(-50, 0), incident(1_001, nil), incident(100, 200),
    ])
    #expect(record.incidents == 1 && record.incidentsOutside == 3)
    #expect(record.outages.count == 1 && record.downtime == .seconds(100))
  }

  @Test("a window from the log: n incidents bound n - 1 up times")
  func windowFromLog() throws {
    let incidents = [incident(100, 150), incident(400, 420), incident(900, 1_000)]
    let three = try record(incidents, nil)
    #expect(three.window.source == .log)
    #expect(three.window.from == second(100) && three.window.to == second(1_000))
    #expect(three.failures == 2)
    #expect(three.uptimes == sample([250, 480]) && three.renewedUptimes == three.uptimes)
    #expect(three.restorations == sample([50, 20, 100]))
    let one = try record([incidents[0]], nil)
    #expect(one.failures == 0 && one.exposure == .zero)
    #expect(one.uptimes == sample([]) && one.restorations == sample([50]))
    let open = try record([incident(100, 150), incident(400, nil)], nil)
    #expect(open.failures == 1)
    #expect(open.uptimes == sample([250]) && open.restorations == sample([50]))
    let single = try record([incident(100, nil)], nil)
    #expect(single.exposure == .zero && single.failures == 0)
    #expect(single.restorations == sample([]))
  }

  @Test("flaps are told apart, and their time is up time")
  func flaps() throws {
    let incidents = [
      incident(100, 105), incident(300, 400), incident(600, 609), incident(700, 710),
    ]
    let record = try record(incidents, terms: ObservationTerms(flapsShorterThan: .seconds(10)))
    #expect(record.outages.map(\.start) == [second(300), second(700)])
    #expect(record.flaps.map(\.length) == [.seconds(5), .seconds(9)])
    #expect(record.flapDowntime == .seconds(14) && record.downtime == .seconds(110))
    #expect(record.uptimes == sample([300, 300], [290]))
    #expect(record.incidents == 4)
  }

  @Test("an outage of no length is a flap")
  func zeroLength() throws {
    let record = try record([incident(100, 100), incident(300, 400)])
    #expect(record.flaps.count == 1 && record.failures == 1)
    #expect(record.restorations == sample([100]))
  }

  @Test("short gaps are joined before flaps are told apart")
  func joined() throws {
    let incidents = [
      incident(100, 104), incident(105, 108), incident(110, 112), incident(300, 302),
    ]
    let terms = ObservationTerms(
      flapsShorterThan: .seconds(10), joiningGapsShorterThan: .seconds(2))
    let record = try record(incidents, terms: terms)
    #expect(record.outages.isEmpty)
    #expect(record.flaps.map(\.length) == [.seconds(8), .seconds(2), .seconds(2)])
    var wider = terms
    wider.joiningGapsShorterThan = .seconds(3)
    let joined = try self.record(incidents, terms: wider)
    #expect(joined.outages.map(\.length) == [.seconds(12)])
    #expect(joined.flaps.map(\.length) == [.seconds(2)])
  }

  @Test("filters by severity and share")
  func filters() throws {
    let incidents = [
      incident(100, 200, severity: "SEV1", share: 0.5), incident(300, 400, severity: "sev2"),
      incident(500, 600, share: 0.01), incident(700, 800, severity: "SEV2", share: 0.2),
    ]
    let all = try record(incidents)
    #expect(all.incidentsBySeverity == ["SEV1": 1, "sev2": 1, "SEV2": 1, "": 1])
    #expect(all.unknownShares == 1)
    let second = try record(incidents, terms: ObservationTerms(severities: ["Sev2"]))
    #expect(second.failures == 2)
    let unnamed = try record(incidents, terms: ObservationTerms(severities: [""]))
    #expect(unnamed.failures == 1)
    let large = try record(incidents, terms: ObservationTerms(minimumShare: 0.1))
    #expect(large.failures == 3)
  }

  @Test("downtime weighted by users: the largest share at each instant")
  func weighted() throws {
    let record = try record([
      incident(100, 200, share: 0.5), incident(150, 300, share: 0.2), incident(180, 190, share: 1),
      incident(500, 600, share: 0.1), incident(550, 560), incident(900, nil, share: 0.3),
    ])
    // 90 s of 0.5, 10 s of all, 100 s of 0.2; 90 s of 0.1, 10 s of all; 100 s of 0.3: in seconds,
    // 45 + 10 + 20 + 9 + 10 + 30.
    let expected = 124.0
    #expect(abs((record.userWeightedDowntime?.seconds ?? 0) - expected) < 1e-9)
    #expect(record.downtime == .seconds(400))
  }

  @Test("errors say what to do")
  func errors() throws {
    let log = IncidentLog(incidents: [incident(0, 1, severity: "minor"), incident(5, 6)])
    #expect(throws: ServiceRecordError.window(from: second(5), to: second(5))) {
      try ObservationWindow(from: second(5), to: second(5))
    }
    #expect(throws: ServiceRecordError.noWindow) {
      try IncidentLog(incidents: []).record(of: "api")
    }
    #expect(throws: ServiceRecordError.share(1.5)) {
      try log.record(of: "api", terms: ObservationTerms(minimumShare: 1.5))
    }
    let error = ServiceRecordError.unknownSeverity("major", known: ["", "minor"])
    #expect(throws: error) {
      try log.record(of: "api", terms: ObservationTerms(severities: ["major"]))
    }
    #expect(
      error.description == "no incident has the severity 'major'; the log has none, 'minor'")
    #expect(
      ServiceRecordError.window(from: second(5), to: second(0)).description
        == "the window ends at 1970-01-01T00:00:00Z, not after it begins at "
        + "1970-01-01T00:00:05Z; exchange its ends")
  }

  @Test("the longest window and outage don't overflow")
  func extremes() throws {
    let first = Instant(nanoseconds: .min)
    let last = Instant(nanoseconds: .max)
    let window = try ObservationWindow(from: first, to: last)
    let incident = Incident(service: "api", start: first, end: last, row: 2)
    let record = try IncidentLog(incidents: [incident])
      .record(of: "api", terms: ObservationTerms(window: window))
    #expect(record.exposure == .zero)
    #expect(record.downtime.seconds == 18_446_744_073.709_551_615)
  }
}
