import Foundation
import Testing

@Suite("Simulations of a demand that varies")
struct ShortfallSimulationTests {
  private static let system = """
    service web: 1 of 3, mtbf 10d, mttr 1h, capacity 650 rps
    demand d: 1_000 rps, growing 2% per month for 1y
    system s = web, demand d

    """

  @Test("give the same figures on one thread and on two, and others by another seed")
  func seeds() throws {
    let outputs = try ["seed 3, threads 1", "seed 3, threads 2", "seed 4"].map { options in
      let text = Self.system + "simulate s, runs 200, \(options)\n"
      let outcome = try BuiltProgram.run(["--json"], input: Data(text.utf8))
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
      return outcome.output
    }
    #expect(outputs[0] == outputs[1])
    #expect(outputs[0] != outputs[2])
  }

  @Test("end at an error, or when the time is over, and say which")
  func endings() throws {
    for (option, ending) in [("error 5%", "error"), ("within 10ms", "time"), ("runs 2", "runs")] {
      let text = Self.system + "simulate s, \(option)\n"
      let outcome = try BuiltProgram.run(["--json"], input: Data(text.utf8))
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("\"ending\":\"\(ending)\""), "\(option)")
    }
  }

  #if os(Linux)
    @Test("print the estimate so far when they are interrupted")
    func interrupted() throws {
      let text = Self.system + "simulate s, within 10min\nlist\n"
      let outcome = try BuiltProgram.run([], input: Data(text.utf8), signal: SIGINT)
      #expect(outcome.status == 130)
      #expect(outcome.output.contains("interrupted") || outcome.errors.contains("interrupted"))
      #expect(!outcome.output.contains("web\n"), "what follows is not answered")
    }
  #endif
}
