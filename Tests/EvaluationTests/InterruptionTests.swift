import Evaluation
import Testing

@Suite("An interruption")
struct InterruptionTests {
  /// True once the operation was asked to end.
  private static func untilCancelled() async -> Bool {
    while !Task.isCancelled { try? await Task.sleep(for: .milliseconds(1)) }
    return true
  }

  @Test("ends what is under way", .timeLimit(.minutes(1)))
  func underWay() async {
    let interruption = Interruption(.waits)
    let running = Task { await interruption.cancelling { await Self.untilCancelled() } }
    while !interruption.interrupt() { await Task.yield() }
    let isEnded = await running.value
    #expect(isEnded)
  }

  @Test("of what is ending is heard already", .timeLimit(.minutes(1)))
  func twice() async {
    let interruption = Interruption(.waits)
    let (ends, end) = AsyncStream.makeStream(of: Void.self)
    let running = Task {
      await interruption.cancelling {
        let isEnded = await Self.untilCancelled()
        for await _ in ends { break }
        return isEnded
      }
    }
    while !interruption.interrupt() { await Task.yield() }
    #expect(interruption.interrupt())
    end.yield()
    end.finish()
    #expect(await running.value)
    #expect(!interruption.interrupt())
  }

  @Test("that found nothing to end waits for the next operation", .timeLimit(.minutes(1)))
  func waiting() async {
    let interruption = Interruption(.waits)
    interruption.listen()
    #expect(!interruption.interrupt())
    let isEnded = await interruption.cancelling { await Self.untilCancelled() }
    #expect(isEnded)
  }

  @Test("is forgotten when the next cell begins")
  func forgotten() async {
    let interruption = Interruption(.waits)
    interruption.listen()
    #expect(!interruption.interrupt())
    interruption.listen()
    let isCancelled = await interruption.cancelling {
      try? await Task.sleep(for: .milliseconds(20))
      return Task.isCancelled
    }
    #expect(!isCancelled)
  }

  @Test("between cells is not heard")
  func resting() async {
    let interruption = Interruption(.waits)
    interruption.listen()
    interruption.rest()
    #expect(!interruption.interrupt())
    let isCancelled = await interruption.cancelling {
      try? await Task.sleep(for: .milliseconds(20))
      return Task.isCancelled
    }
    #expect(!isCancelled)
  }
}
