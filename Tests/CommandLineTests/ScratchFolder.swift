import Foundation

/// A folder for the files of one run.
struct ScratchFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("nines-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String) -> URL { url.appendingPathComponent(name) }

  func write(_ name: String, _ content: Data) throws { try content.write(to: file(name)) }

  func reading(_ name: String, holding content: Data) throws -> FileHandle {
    try write(name, content)
    return try FileHandle(forReadingFrom: file(name))
  }

  func writing(_ name: String) throws -> FileHandle {
    try write(name, Data())
    return try FileHandle(forWritingTo: file(name))
  }

  /// The names of what is in it, sorted.
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
  }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }
}
