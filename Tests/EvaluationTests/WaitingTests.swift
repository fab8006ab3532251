import Evaluation
import Nines
import Testing

@Suite("Definitions that wait")
struct WaitingTests {
  @Test("come in any order")
  func order() async {
    var talk = await Conversation("web = 99% & app")
    #expect(talk.shown == "web waits: nothing is called 'app'")
    await talk.say("web")
    #expect(talk.refusal?.hasPrefix("'web' is defined, and waits: nothing is called 'app'") == true)
    await talk.say("other = 98%")
    #expect(talk.shown == "other  98% available, 14.4 h down a month")
    await talk.say("app = 99%")
    #expect(talk.sink.shown.map { $0.prefix(12) } == ["app  99% ava", "web  98.01% "])
    await talk.say("web")
    #expect(talk.shown.contains("98.01%"))
    await talk.say("undo")
    await talk.say("web")
    #expect(talk.refusal?.contains("waits") == true)
  }

  @Test("wait for a search, before it and after it")
  func search() async {
    var talk = await Conversation("service web: n of 4, 99%")
    #expect(talk.shown.hasPrefix("web waits: 'n' is a free number"))
    await talk.say("find n in 1..3 where availability of web >= 99.9%")
    #expect(talk.status == .answered)
    await talk.say("lb = 99.9%, mttr 1min")
    await talk.say("set lb.mttr 2min")
    #expect(talk.status == .answered)
    await talk.say("web")
    #expect(talk.refusal?.contains("'web' is defined, and waits") == true)
    await talk.say("service web: 2 of 4, 99%")
    #expect(talk.shown.hasPrefix("web  99.9996"))
  }

  @Test("are none where something else is wrong")
  func wrong() async {
    var talk = await Conversation("web = 99% & app, mtbf 5min, mttr 2d, need 3")
    #expect(talk.status == .wrongInput)
    await talk.say("web = 99% &&& app")
    #expect(talk.status == .wrongInput)
    #expect(talk.workspace.definitions.names.isEmpty)
  }
}
