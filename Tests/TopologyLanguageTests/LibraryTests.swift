import Foundation
import Testing
import Topology

@testable import TopologyLanguage

/// The reference designs beside the language's sources.
@Suite("Reference designs")
struct LibraryTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Sources/TopologyLanguage/Library")

  private static let names = [
    "breaker-with-fallback", "cells-with-shuffle-sharding", "primary-and-standby-database",
    "queue-decoupled-orders", "quorum-store", "three-zone-web-service",
    "two-regions-active-active", "two-regions-active-passive",
  ]

  private func text(_ name: String) throws -> String {
    try String(
      contentsOf: Self.folder.appendingPathComponent("\(name).nines"), encoding: .utf8)
  }

  @Test("are all tested here")
  func complete() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.names.map { "\($0).nines" })
  }

  @Test("mean something, all of it: nothing in them is without effect", arguments: names)
  func checks(name: String) throws {
    let program = try Checker.check(SourceText(try text(name)))
    #expect(program.warnings == [])
    #expect(program.topology.definitions.contains { $0.role == .system })
    #expect(program.topology.holdsBehaviour)
  }

  @Test("stand in their canonical form and fit on a page", arguments: names)
  func canonical(name: String) throws {
    let text = try text(name)
    #expect(try format(text) == text)
    #expect((10...45).contains(text.split(separator: "\n", omittingEmptySubsequences: false).count))
  }

  @Test("begin with what they teach and where their figures come from", arguments: names)
  func introduction(name: String) throws {
    let above = try text(name).split(separator: "\n").prefix { $0.hasPrefix("#") }
    #expect(above.contains { $0.contains("It teaches") })
    #expect(above.count >= 5)
  }

  @Test("need every name that they define", arguments: names)
  func usedNames(name: String) throws {
    let topology = try Checker.check(SourceText(try text(name))).topology
    let used = Set(topology.definitions.flatMap(\.dependencies))
    for definition in topology.definitions where definition.role != .system {
      if case .maintenance = definition.body { continue }
      #expect(used.contains(definition.name), "nothing uses \(definition.name)")
    }
  }
}
