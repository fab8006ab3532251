import Evaluation
import JupyterMessaging
import Nines

/// What the kernel says about itself.
enum KernelInformation {
  static let version = ProductVersion.text

  /// The content of a `kernel_info_reply`.
  static var reply: JSONValue {
    .object([
      "status": .string("ok"), "protocol_version": .string(Session.protocolVersion),
      "implementation": .string("nines"), "implementation_version": .string(version),
      "language_info": .object([
        "name": .string("nines"), "version": .string(version),
        "mimetype": .string("text/x-nines"), "file_extension": .string(".nines"),
        "pygments_lexer": .string("text"),
      ]),
      "banner": .string(
        "nines \(version): type a topology such as  99.99% & 2 of 3 99.5%, or help"),
      "debugger": .bool(false), "help_links": .array([]),
    ])
  }
}
