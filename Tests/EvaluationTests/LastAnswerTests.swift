import Evaluation
import Nines
import Testing

@Suite("What was asked last")
struct LastAnswerTests {
  @Test("is _, a name or an expression, and one thing however often it stands there")
  func underscore() async {
    var talk = await Conversation("99%", "_ & 99%")
    #expect(talk.shown.contains("98.01%"))
    await talk.say("2 of 3 99.5%")
    await talk.say("_ | _")
    #expect(talk.shown.contains("99.992525%"))
    await talk.say("why _")
    #expect(talk.status == .answered)
    await talk.say("x = _")
    #expect(talk.workspace.definitions.names.last == "x")
    await talk.say("x")
    #expect(talk.shown.contains("99.992525%"))
  }

  @Test("changes are named in the charts of what is answered with them")
  func changedCharts() async {
    let topology = "db = (mtbf 90d, mttr 1h)\nsite = db & (mtbf 9d, mttr 1min)"
    let talk = await Conversation(topology, "with db.mttr 10min: why site")
    #expect(talk.sink.charts.count == 1)
    #expect(talk.sink.charts.first?.subtitle.hasPrefix("With db.mttr 1h -> 10min. ") == true)
    let plain = await Conversation(topology, "why site")
    #expect(plain.sink.charts.first?.subtitle.contains("With") == false)
  }

  @Test("stays what it was when it is named by its own text")
  func sameThing() async {
    var talk = await Conversation("99% & 98%", "x = _", "99% & 98%", "x & _")
    #expect(talk.shown.contains("97.02%"))
    await talk.say("check 99% & 98% 90% per year")
    #expect(talk.status == .wrongInput)
  }

  @Test("is none before the first question, and in names, numbers, quotes and comments")
  func elsewhere() async {
    var talk = await Conversation("_ & 99%")
    #expect(talk.refusal == "'_' stands for what was asked last, and nothing was asked yet")
    await talk.say("a_b = 99%  # _")
    #expect(talk.status == .answered)
    await talk.say("\"a _ b\" = 99%")
    await talk.say("c: \"_\"")
    #expect(talk.workspace.definitions.names == ["a_b", "a _ b"])
  }

  @Test("is no name for a definition, and stands for one where values are set")
  func names() async {
    var talk = await Conversation("lb = 99%, mttr 1h", "lb", "_ = 98%")
    #expect(talk.refusal == "'_' is what was asked last; a definition has a name of its own")
    await talk.say("set _.availability 98%")
    #expect(talk.workspace.definitions.text == "lb = 98%, mttr 1h\n")
    await talk.say("help _")
    #expect(talk.status == .answered)
  }

  @Test("is asked again where the availability says too little")
  func promises() async {
    var talk = await Conversation(
      "lb = 99%, mttr 1h", "sla gold: 99.9% per month", "check lb meets gold, runs 200")
    #expect(talk.status == .notMet)
    await talk.say("sla gold: 90% per month")
    #expect(talk.shown.contains("lb meets gold"))
    await talk.say(
      "zones az: 2, 99.9%; service web: 2 per az, need 2, 99%; check web survives 1 az")
    await talk.say("service web: 2 per az, need 3, 99%")
    #expect(talk.shown.contains("does not survive 1 az"))
  }

  @Test("is shown before and after a change that came with a question")
  func both() async {
    let talk = await Conversation("a = 99%", "a", "a = 98%; a")
    #expect(talk.shown.contains("99% -> 98%"))
  }

  @Test("is shown before and after where it took its time, once it is asked for again")
  func slow() async {
    var talk = Conversation(patience: .zero)
    for entry in ["eu = 99%, mttr 2h; us = 99%, mttr 2h", "world = (eu else us, failover 5min)"] {
      await talk.say(entry)
    }
    await talk.say("world")
    await talk.say("set eu.mttr 1h")
    #expect(talk.shown.hasPrefix("world takes its time to simulate"))
    await talk.say("world")
    #expect(talk.shown.contains("eu = 99%, mttr 2h -> eu = 99%, mttr 1h"))
  }

  @Test("is shown before and after a change")
  func changes() async {
    var talk = await Conversation(
      "store db: 1 of 2, mtbf 30d, mttr 1h", "site = 99.99%, mttr 1min; all = site & db", "all",
      "set db.mttr 2h")
    #expect(talk.shown.contains("db.mttr 1h -> 2h"))
    #expect(talk.shown.contains("more downtime a year"))
    #expect(talk.shown.contains("assuming what was assumed before the change"))
    await talk.say("undo")
    #expect(talk.shown.contains("less downtime a year"))
    await talk.say("other = 99%")
    #expect(talk.sink.shown.count == 1)
    await talk.say("other = 98%")
    #expect(talk.shown.contains("all stays as it is"))
  }

  @Test("is judged anew where it was a check")
  func checks() async {
    var talk = await Conversation("a = 99.9%", "check a 99.5% per month")
    #expect(talk.status == .answered)
    await talk.say("set a.availability 99%")
    #expect(talk.shown.contains("a does not meet 99.5% per month"))
  }

  @Test("of a simulated system is simulated again after a change, while that is quick")
  func simulated() async {
    let talk = await Conversation(
      "eu = 99.5%, mttr 2h; us = 99%, mttr 2h", "world = (eu else us, failover 5min)",
      "world", "set eu.mttr 1h")
    #expect(talk.shown.contains("eu.mttr 2h -> 1h"))
    #expect(talk.shown.contains("±"))
  }
}
