import JupyterMessaging
import Testing

/// Connection files as jupyter_client writes them, and wrong ones.
@Suite struct ConnectionFileTests {
  static func text(_ changes: [String: String] = [:], without missing: String = "") -> [UInt8] {
    var members = [
      "shell_port": "50001", "iopub_port": "50002", "stdin_port": "50003",
      "control_port": "50004", "hb_port": "50005", "ip": "\"127.0.0.1\"", "key": "\"a-b\"",
      "transport": "\"tcp\"", "signature_scheme": "\"hmac-sha256\"", "kernel_name": "\"nines\"",
    ].merging(changes) { $1 }
    members[missing] = nil
    return Array("{\(members.map { "\"\($0)\": \($1)" }.joined(separator: ","))}".utf8)
  }

  static func error(_ bytes: [UInt8]) -> ConnectionFileError? {
    do throws(ConnectionFileError) {
      _ = try ConnectionFile(bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test func addressesAreRead() throws {
    let file = try ConnectionFile(Self.text())
    #expect(file.shell == "tcp://127.0.0.1:50001")
    #expect(file.iopub == "tcp://127.0.0.1:50002")
    #expect(file.stdin == "tcp://127.0.0.1:50003")
    #expect(file.control == "tcp://127.0.0.1:50004")
    #expect(file.heartbeat == "tcp://127.0.0.1:50005")
    #expect(file.key == "a-b")
  }

  @Test func filesMayStandForPorts() throws {
    let file = try ConnectionFile(
      Self.text(["transport": "\"ipc\"", "ip": "\"/run/kernel\"", "shell_port": "1"]))
    #expect(file.shell == "ipc:///run/kernel-1")
  }

  @Test func aMissingKeyIsNamed() {
    for key in ["ip", "transport", "shell_port", "hb_port"] {
      #expect(Self.error(Self.text(without: key)) == .missing(key))
    }
    #expect(Self.error(Self.text(["iopub_port": "65536"])) == .missing("iopub_port"))
    #expect(Self.error(Self.text(["iopub_port": "\"1\""])) == .missing("iopub_port"))
  }

  @Test func whatIsNotKnownIsRefusedByName() {
    #expect(Self.error(Array("[]".utf8)) == .notAnObject)
    #expect(Self.error([]) == .notAnObject)
    #expect(Self.error(Self.text(["transport": "\"udp\""])) == .unknownTransport("udp"))
    #expect(
      Self.error(Self.text(["signature_scheme": "\"hmac-md5\""])) == .unknownScheme("hmac-md5"))
  }

  @Test func withoutAKeyNoSchemeIsNeeded() throws {
    let file = try ConnectionFile(Self.text(["key": "\"\"", "signature_scheme": "\"\""]))
    #expect(file.key.isEmpty)
  }
}
