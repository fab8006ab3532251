import InputUncertainty
import Quantities
import Testing
import Topology

@testable import TopologyLanguage

@Suite("Laws by name")
struct LawTests {
  private func restoration(_ text: String) throws -> Law? {
    try component("a", in: checked(text).topology).restoration
  }

  @Test("stand wherever a law may stand, declared before or after")
  func order() throws {
    let law = Law.lognormal(mean: .hours(1), sigma: 1.5)
    #expect(try restoration("law slow = lognormal(1h, 1.5)\na = 99%, mttr slow") == law)
    #expect(try restoration("a = 99%, mttr slow\nlaw slow = lognormal(1h, 1.5)") == law)
    #expect(
      try restoration("a = 99%, mttr x\nlaw x = y\nlaw y = z\nlaw z = lognormal(1h, 1.5)") == law)
    #expect(flaw("law unused = fixed(1h)\na = 99%") == nil)
  }

  @Test("a time is the mean of an exponential law, also where a plain time is a fixed one")
  func time() throws {
    #expect(try restoration("law r = 1h\na = 99%, mttr r") == .exponential(mean: .hours(1)))
    let text = "law r = 30s\nstore a: 1 of 2, 99%, mttr 1h, failover r"
    guard case .group(let group)? = try checked(text).topology.definition(named: "a")?.body else {
      Issue.record("a is no group")
      return
    }
    #expect(group.behaviour.failover?.switching == .exponential(mean: .seconds(30)))
  }

  @Test("of one length stand where a length is always the same")
  func fixed() throws {
    #expect(flaw("law d = fixed(5s)\nservice a: 1 of 2, 99%, mttr 1h, detect d") == nil)
  }

  @Test("of files are the lengths in them, read once and given a name like any other")
  func observed() throws {
    let files = ["r.csv": "repair_minutes\n30\n60\n90\n"]
    let text = """
      law seen = empirical("r.csv")
      a = 99%, mttr seen
      service b: 1 of 2, mtbf 20d to 45d, mttr empirical("r.csv")
      """
    let lives = try ObservedLives([.minutes(90), .minutes(30), .hours(1)])
    let program = try checked(text, files: files)
    #expect(try component("a", in: program.topology).restoration == .empirical(lives))
    #expect(try component("b", in: program.topology).restoration == .empirical(lives))
    let drawn = try #require(program.uncertain).topology(at: [InputValue(1e6)])
    #expect(try component("b", in: drawn).restoration == .empirical(lives))
    #expect(
      flaw(text, files: ["r.csv": "1h\n5\n"])?.message.hasPrefix("\"r.csv\": row 2: '5'") ?? false)
    #expect(flaw(text, files: ["r.csv": "0s\n"])?.code == .unreadableFile)
  }

  @Test("a long chain of names is followed without a deep stack")
  func chain() throws {
    let links = (0..<20_000).map { "law l\($0) = l\($0 + 1)" }.joined(separator: "\n")
    let text = links + "\nlaw l20000 = fixed(1h)\na = 99%, mttr l0"
    #expect(try restoration(text) == .fixed(.hours(1)))
  }

  @Test("refusals", arguments: refusals)
  func refused(refused: Refused) throws { try expectRefusal(refused) }

  static let refusals = [
    Refused(
      "law slow = fixed(1h)\na = 99%, mttr slwo", .unknownName, "slwo",
      fixed: "law slow = fixed(1h)\na = 99%, mttr slow"),
    Refused("a = 99%, mttr quick", .unknownName, "quick", fixed: "a = 99%, mttr 1h"),
    Refused("law x = y\na = 99%", .unknownName, "y", fixed: "law x = 1h\na = 99%"),
    Refused("law x = y\nlaw y = z\nlaw z = y\na = 99%", .dependencyCycle, "y"),
    Refused("law x = x", .dependencyCycle, "x"),
    Refused(
      "law x = 1h\nlaw x = 2h\na = 99%", .duplicateName, "x",
      fixed: "law x = 1h\nlaw x-2 = 2h\na = 99%"),
    Refused(
      "law a = 1h\na = 99%", .duplicateName, "a", fixed: "law a-law = 1h\na = 99%"),
    Refused(
      "law az = 1h\nzones az: 3, 99%\nb = 99%", .duplicateName, "az",
      fixed: "law az-law = 1h\nzones az: 3, 99%\nb = 99%"),
    Refused(
      "law x = uniform(2h, 1h)\na = 99%", .valueOutOfRange, "uniform(2h, 1h)",
      fixed: "law x = uniform(1h, 2h)\na = 99%"),
    Refused(
      "law x = 1h\nservice a: 1 of 2, 99%, mttr 1h, detect x", .lawParameters, "x",
      fixed: "law x = 1h\nservice a: 1 of 2, 99%, mttr 1h, detect 30s"),
    Refused("law slow = 1h\nsite = slow & 99%", .unknownName, "slow"),
    Refused("law x = 0s\na = 99%", .valueOutOfRange, "0s", fixed: "law x = 1s\na = 99%"),
    Refused(
      "a = 99%, mttr empirical(\"x.csv\")", .unreadableFile, "empirical(\"x.csv\")"),
  ]

  @Test("a cycle is shown")
  func cycle() throws {
    let message = try #require(flaw("law x = y\nlaw y = z\nlaw z = y")?.message)
    #expect(message.contains("y -> z -> y"))
  }
}
