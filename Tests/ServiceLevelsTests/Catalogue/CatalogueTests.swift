import Foundation
import Quantities
import Testing

@testable import ServiceLevels

/// The published promises, and what may stand in their file.
@Suite("Catalogue")
struct CatalogueTests {
  private let published = CommitmentCatalogue.published

  private var file: String {
    get throws {
      let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      let path = "../../../Sources/ServiceLevels/Catalogue/commitments.tsv"
      return try String(contentsOf: tests.appendingPathComponent(path), encoding: .utf8)
    }
  }

  @Test("every line of the file is read strictly, and the embedded text is that file")
  func everyLine() throws {
    let text = try file
    #expect(CommitmentCatalogue.publishedText == text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let strict = try CommitmentCatalogue(text)
    #expect(strict.commitments.count == lines.count - 2)
    #expect(published.commitments == strict.commitments)
    #expect(strict.commitments.count >= 100)
    #expect(Set(strict.commitments.map(\.provider)).count >= 9)
  }

  @Test(
    "figures of the documents",
    arguments: [
      // name, unavailability, rule, ladder, date; from the documents that the file names
      ("aws.elb.multi-az", 1e-4, "continuous", "10/30/100 @ 99.99/99/95", "2022-07-25"),
      ("aws.s3.standard", 1e-3, "average errors", "10/25/100 @ 99.9/99/95", "2023-11-28"),
      ("gcp.spanner.multi-region", 1e-5, "runs of 5min", nil, "2019-09-25"),
      ("gcp.functions", 5e-3, "errors above 10%", "10/25/50 @ 99.5/99/95", "2020-01-09"),
      ("mongodb.atlas", 5e-5, "whole minutes", "10/25/100 @ 99.995/99/95", "2021-06-23"),
      ("digitalocean.droplet.cpu.2025", 1e-4, "continuous", "100 @ 99.99", "2025-06-03"),
      ("azure.dns", 0, nil, nil, "2024"),
      ("gcp.compute.single", 1e-3, nil, nil, nil),
    ] as [(String, Double, String?, String?, String?)])
  func figures(
    name: String, unavailability: Double, rule: String?, ladder: String?, date: String?
  ) throws {
    let commitment = try #require(published.named(name))
    #expect(commitment.availability.complement == unavailability)
    #expect(commitment.ruleText == rule)
    #expect(commitment.creditsText == ladder)
    #expect(commitment.documentDate == date)
    #expect(commitment.label.hasSuffix("promise of \(date ?? "unknown date"), not a forecast"))
  }

  @Test("rules and ladders are read as what they say")
  func rules() throws {
    #expect(published.named("gcp.spanner.regional")?.rule == .runs(of: .minutes(5)))
    #expect(published.named("digitalocean.droplet.cpu")?.rule == .cells(of: .minutes(5)))
    #expect(published.named("gcp.run")?.rule == .errors(above: try .percent("1")))
    let steps = try #require(published.named("aws.route53.arc")?.credits?.steps)
    #expect(steps.map(\.below.complement) == [0, 1e-4, 5e-4])
    #expect(steps.map(\.credit.value) == [0.1, 0.3, 1])
  }

  @Test("search finds by every word, in any case, and by the figure")
  func search() {
    #expect(
      published.search(["AWS", "multi-az"]).map(\.name) == [
        "aws.elb.multi-az", "aws.rds.multi-az", "aws.dax.multi-az", "aws.route53.resolver.multi-az",
      ])
    #expect(
      published.search(["google", "99.999%"]).map(\.name) == [
        "gcp.spanner.multi-region", "gcp.bigtable.multi-cluster.3-regions",
      ])
    #expect(published.search(["gcp.run"]).map(\.documentDate) == [nil])
    #expect(published.search(["GCP.run"]).count == 2)
    #expect(published.search([]).count == published.commitments.count)
    #expect(published.search(["mainframe"]).isEmpty)
  }

  @Test(
    "the nearest names of misspelt ones",
    arguments: [
      ("aws.elb.multiaz", "aws.elb.multi-az"), ("aws.ec2.regoin", "aws.ec2.region"),
      ("gcp.spaner.regional", "gcp.spanner.regional"), ("dynamo db", "aws.dynamodb.standard"),
      ("AWS.LAMDA", "aws.lambda"),
    ])
  func nearest(misspelt: String, meant: String) {
    #expect(published.nearest(to: misspelt).first?.name == meant)
    #expect(published.named(misspelt) == nil)
  }

  @Test("nothing is near to what is no name")
  func nothingNear() {
    for text in ["", "x", "zzzzzz", String(repeating: "q", count: 100_000)] {
      #expect(published.nearest(to: text).isEmpty)
    }
    #expect(published.nearest(to: "aws.elb", atMost: 0).isEmpty)
    #expect(published.nearest(to: "aws.elb", atMost: -1).isEmpty)
  }
}
