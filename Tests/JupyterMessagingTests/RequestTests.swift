import Interchange
import JupyterMessaging
import Testing

/// Messages as frames, and what is dropped of them.
@Suite struct RequestTests {
  static let signer = MessageSigner(key: Array("a key".utf8))
  static let header = #"{"msg_id":"7","msg_type":"execute_request","session":"s"}"#

  /// The frames of a message with these parts, signed.
  static func frames(
    _ parts: [String] = [header, "{}", "{}", #"{"code":"2 of 3 99%"}"#],
    from identities: [[UInt8]] = [[0, 7], [9]]
  ) -> [[UInt8]] {
    let bytes = parts.map { Array($0.utf8) }
    return identities + [Array("<IDS|MSG>".utf8), signer.signature(of: bytes)] + bytes
  }

  static func error(_ frames: [[UInt8]]) -> MessageError? {
    do throws(MessageError) {
      _ = try Request(frames, on: .shell, signer: signer)
      return nil
    } catch {
      return error
    }
  }

  @Test func aMessageIsRead() throws {
    let request = try Request(Self.frames(), on: .shell, signer: Self.signer)
    #expect(request.type == "execute_request")
    #expect(request.replyType == "execute_reply")
    #expect(request.identities == [[0, 7], [9]])
    #expect(request.content.string("code") == "2 of 3 99%")
    #expect(request.header.string("session") == "s")
  }

  @Test func buffersBehindItAreNotSigned() {
    #expect(Self.error(Self.frames() + [[1, 2, 3]]) == nil)
  }

  @Test func textOfAllPlanesIsRead() throws {
    let content = ##"{"code":"# \u00e9 \ud83d\ude00 😀"}"##
    let request = try Request(
      Self.frames([Self.header, "{}", "{}", content]), on: .shell, signer: Self.signer)
    #expect(request.content.string("code") == "# é 😀 😀")
  }

  @Test func aWrongSignatureIsRefused() {
    var frames = Self.frames()
    frames[6] = Array(#"{"code":"rm"}"#.utf8)
    #expect(Self.error(frames) == .wrongSignature)
    frames = Self.frames()
    frames[3] = []
    #expect(Self.error(frames) == .wrongSignature)
  }

  @Test func missingFramesAreRefused() {
    #expect(Self.error([]) == .noDelimiter)
    #expect(Self.error([[1], [2]]) == .noDelimiter)
    #expect(Self.error([Array("<IDS|MSG>".utf8)]) == .tooFewParts(0))
    #expect(Self.error(Array(Self.frames().dropLast())) == .tooFewParts(4))
  }

  @Test(arguments: [
    ("", "{}", MessageError.notAnObject(part: "header")),
    ("[1]", "{}", .notAnObject(part: "header")),
    ("{\"msg_id\":", "{}", .notAnObject(part: "header")),
    ("{}", "{}", .incompleteHeader),
    (#"{"msg_id":"7","msg_type":7}"#, "{}", .incompleteHeader),
    (#"{"msg_type":"execute_request"}"#, "{}", .incompleteHeader),
  ])
  func whatIsNoMessageIsRefused(header: String, content: String, error: MessageError) {
    #expect(Self.error(Self.frames([header, "{}", "{}", content])) == error)
  }

  /// Deep nesting is no crash.
  @Test(arguments: ["7", "[1]", "{\"a\":\u{1}}", String(repeating: "[", count: 100_000)])
  func whoSendsNoContentCanBeTold(content: String) throws {
    let request = try Request(
      Self.frames([Self.header, "{}", "{}", content]), on: .shell, signer: Self.signer)
    #expect(request.flaw == .notAnObject(part: "content"))
    #expect(request.content == .object([:]))
    #expect(request.replyType == "execute_reply")
  }

  @Test(arguments: [
    (#"\ud800 99%"#, "\u{FFFD} 99%"), (#"99% \udc00"#, "99% \u{FFFD}"),
    (#"\ud83d\ud83d\ude00"#, "\u{FFFD}\u{1F600}"),
    (#"\\ud800 \uD83D\n"#, #"\ud800 "# + "\u{FFFD}\n"),
    (#"\ude00\ud83d"#, "\u{FFFD}\u{FFFD}"),
  ])
  func halvesOfCharactersAreShownAsSuch(written: String, code: String) throws {
    let content = #"{"code":"\#(written)"}"#
    let request = try Request(
      Self.frames([Self.header, "{}", "{}", content]), on: .shell, signer: Self.signer)
    #expect(request.flaw == nil)
    #expect(request.content.string("code") == code)
  }

  @Test func anAnswerIsReadAsItWasWritten() throws {
    let request = try Request(Self.frames(), on: .shell, signer: Self.signer)
    let frames = Session(signer: Self.signer).frames(
      "execute_reply", .object(["status": .string("ok")]), about: request,
      route: request.identities)
    #expect(Array(frames[..<2]) == request.identities)
    let answer = try Request(frames, on: .shell, signer: Self.signer)
    #expect(answer.type == "execute_reply")
    #expect(answer.content.string("status") == "ok")
    #expect(answer.header.string("version") == "5.3")
    #expect(frames[5] == Array(request.header.text.utf8))
  }

  @Test func everyMessageHasAnIdentifierAndATimeOfItsOwn() throws {
    let session = Session(signer: Self.signer)
    let answers = try (0..<100).map { _ in
      try Request(
        session.frames("status", .object([:]), about: nil, route: []), on: .iopub,
        signer: Self.signer)
    }
    #expect(Set(answers.compactMap { $0.header.string("msg_id") }).count == 100)
    #expect(Set(answers.compactMap { $0.header.string("session") }).count == 1)
    let date = try #require(answers[0].header.string("date"))
    let form = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z/
    #expect(date.wholeMatch(of: form) != nil)
  }
}
