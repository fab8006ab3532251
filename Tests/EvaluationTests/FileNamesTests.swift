import Evaluation
import Foundation
import Testing

@Suite("Names of files")
struct FileNamesTests {
  @Test("begin as written, folders with a slash, hidden ones only behind a dot")
  func beginnings() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("nines-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("shelf"), withIntermediateDirectories: true)
    for name in ["shop.nines", "shöp.nines", ".hidden", "other"] {
      try Data().write(to: folder.appendingPathComponent(name))
    }
    let path = folder.path + "/"
    #expect(
      FileNames.beginning(with: path + "sh")
        == ["shelf/", "shop.nines", "shöp.nines"].map { path + $0 })
    #expect(FileNames.beginning(with: path).count == 4)
    #expect(FileNames.beginning(with: path + ".") == [path + ".hidden"])
    #expect(FileNames.beginning(with: path + "nothing/").isEmpty)
  }
}
