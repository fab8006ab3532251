import Evaluation
import Nines

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What front ends read to start the kernel (jupyter_client, "Kernel specs").
struct KernelSpecification {
  /// What notebooks call the kernel.
  let name: String

  /// Writes the specification below a data folder of Jupyter's, in the place of one of that name; the
  /// folder it is in.
  func install(in data: String) throws(InputError) -> String {
    let folder = "\(data)/kernels/\(name)"
    try Self.makeFolder(folder)
    try WholeFile.write(Array((json.indentedText + "\n").utf8), to: folder + "/kernel.json")
    try WholeFile.write(Array(Self.logo.utf8), to: folder + "/logo-svg.svg")
    return folder
  }

  /// The content of `kernel.json`. An interrupt comes as a message, so that it reaches a kernel on
  /// another machine as well.
  var json: JSONValue {
    .object([
      "argv": .array(
        [SiblingProgram.path(of: "nines-kernel"), "-f", "{connection_file}"].map(JSONValue.string)),
      "display_name": .string(name == "nines" ? "Nines" : "Nines (\(name))"),
      "language": .string("nines"), "interrupt_mode": .string("message"),
      "metadata": .object([:]),
    ])
  }

  /// Three nines below a line that is met.
  private static let logo = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64" role="img" \
    aria-label="Nines">
      <rect width="64" height="64" rx="12" fill="#1f4e79"/>
      <path d="M10 16h44" stroke="#ffc857" stroke-width="4" stroke-linecap="round"/>
      <g fill="none" stroke="#ffffff" stroke-width="4" stroke-linecap="round">
        <circle cx="15" cy="33" r="5"/><path d="M20 33c0 8-2 13-7 16"/>
        <circle cx="32" cy="33" r="5"/><path d="M37 33c0 8-2 13-7 16"/>
        <circle cx="49" cy="33" r="5"/><path d="M54 33c0 8-2 13-7 16"/>
      </g>
    </svg>

    """

  /// Makes a folder with those above it.
  private static func makeFolder(_ path: String) throws(InputError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part + "/"
      guard mkdir(made, 0o777) != 0, errno != EEXIST else { continue }
      let reason = String(cString: strerror(errno))
      guard FileReading.exists(made) else { throw .unwritable(made, reason: reason) }
    }
  }
}

/// The folder of a person's own kernels (jupyter_core, `jupyter_data_dir`).
enum JupyterFolder {
  /// Nil where the environment names none.
  static var ofUser: String? {
    if let folder = variable("JUPYTER_DATA_DIR") { return folder }
    #if canImport(Darwin)
      return variable("HOME").map { $0 + "/Library/Jupyter" }
    #else
      if let folder = variable("XDG_DATA_HOME") { return folder + "/jupyter" }
      return variable("HOME").map { $0 + "/.local/share/jupyter" }
    #endif
  }

  private static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }
}
