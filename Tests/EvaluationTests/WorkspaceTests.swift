import Evaluation
import Nines
import Testing

@Suite("A workspace")
struct WorkspaceTests {
  @Test("keeps definitions and tells how available they are")
  func definitions() async {
    var talk = await Conversation("web = 99.9%")
    #expect(talk.shown == "web  99.9% available, 43.2 min down a month")
    await talk.say("lb = 99.99%\nsite = lb & web")
    #expect(talk.sink.shown.count == 2)
    #expect(talk.workspace.definitions.names == ["web", "lb", "site"])
    await talk.say("site")
    #expect(talk.shown.contains("available  99.89%"))
  }

  @Test("puts a new definition in the place of the old one")
  func redefinition() async {
    var talk = await Conversation("a = 99%", "b = 99% & a", "a = 99.9%")
    #expect(talk.workspace.definitions.text == "a = 99.9%\nb = 99% & a\n")
    await talk.say("a = 98%; a = 97%")
    #expect(talk.status == .wrongInput)
    #expect(talk.workspace.definitions.text == "a = 99.9%\nb = 99% & a\n")
  }

  @Test("changes nothing by what is wrong")
  func wrong() async {
    var talk = await Conversation("a = 99%", "a = 98% & c")
    #expect(talk.status == .wrongInput)
    #expect(talk.refusal?.hasPrefix("nothing is called 'c'") == true)
    await talk.say("a = 9.9.9%")
    #expect(talk.workspace.definitions.text == "a = 99%\n")
  }

  @Test("refuses a definition that takes the meaning from another")
  func dependents() async {
    let talk = await Conversation("zones az: 3, 99.9%", "db = 1 of 2 99%, in az.1", "az = 99%")
    #expect(talk.status == .wrongInput)
    #expect(talk.workspace.definitions.names == ["az", "db"])
  }

  @Test("takes changes back, the latest first")
  func undo() async {
    var talk = await Conversation("a = 99%", "b = a", "set a.availability 98%")
    #expect(talk.workspace.definitions.text == "a = 98%\nb = a\n")
    await talk.say("undo")
    #expect(talk.shown.contains("taken back: set a.availability 98%"))
    #expect(talk.workspace.definitions.text == "a = 99%\nb = a\n")
    await talk.say("undo")
    await talk.say("undo")
    #expect(talk.workspace.definitions.names.isEmpty)
    await talk.say("undo")
    #expect(talk.refusal == "nothing was changed that could be taken back")
  }

  @Test("tells a warning once")
  func warnings() async {
    var talk = await Conversation("a = 99%", "b = a | a")
    #expect(talk.sink.complaints.count == 1)
    await talk.say("b")
    #expect(talk.sink.complaints.isEmpty)
  }

  @Test("decides from the text whether an entry is unfinished")
  func incomplete() {
    for entry in ["a =", "(99% &", "service web {", "service web {\n  2 of 3\n", "a = 99% |\n"] {
      #expect(Workspace.isIncomplete(entry), "\(entry)")
    }
    for entry in ["a = 99%", "list", "save", "why", "a = )", "", "help"] {
      #expect(!Workspace.isIncomplete(entry), "\(entry)")
    }
  }
}
