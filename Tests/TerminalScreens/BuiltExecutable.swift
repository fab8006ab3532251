import Foundation

/// Programs that were built along with the tests.
public enum BuiltExecutable {
  /// The path of one; nil when it was not built. The test bundle is among the arguments of the
  /// process that runs the tests, and the programs lie beside it, or else in one of `others`.
  public static func path(of name: String, besides others: [URL] = []) -> String? {
    let bundles = CommandLine.arguments.filter { $0.contains(".xctest") }
    return (bundles.flatMap(folders) + others).map { $0.appendingPathComponent(name).path }
      .first { FileManager.default.isExecutableFile(atPath: $0) && !isFolder($0) }
  }

  private static func folders(above bundle: String) -> [URL] {
    (1...5).map { steps in
      (0..<steps).reduce(URL(fileURLWithPath: bundle)) { folder, _ in
        folder.deletingLastPathComponent()
      }
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
