// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only: a newer compiler's new warning must not break a user's build.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "nines",
  products: [
    .library(name: "Nines", targets: ["Nines"]),
    .library(name: "Quantities", targets: ["Quantities"]),
    .library(name: "TopologyLanguage", targets: ["TopologyLanguage"]),
    .executable(name: "nines", targets: ["nines-cli"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .target(name: "Quantities", swiftSettings: warnings),
    .target(name: "Topology", dependencies: ["Quantities"], swiftSettings: warnings),
    .target(
      name: "StructureFunctions", dependencies: ["Quantities", "Topology"],
      swiftSettings: warnings),
    .testTarget(
      name: "StructureFunctionsTests", dependencies: ["StructureFunctions"],
      swiftSettings: warnings),
    .target(
      name: "Assessment", dependencies: ["Quantities", "Topology", "StructureFunctions"],
      swiftSettings: warnings),
    .target(
      name: "Interchange", dependencies: ["Assessment", "Quantities", "StructureFunctions"],
      swiftSettings: warnings),
    .target(
      name: "Reports", dependencies: ["Assessment", "Quantities", "StructureFunctions"],
      swiftSettings: warnings),
    .target(
      name: "Nines",
      dependencies: [
        "Assessment", "Interchange", "Quantities", "Reports", "StructureFunctions", "Topology",
        "TopologyLanguage",
      ], swiftSettings: warnings),
    .executableTarget(
      name: "nines-cli",
      dependencies: [
        "Nines", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: warnings),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: warnings),
    .target(
      name: "TopologyLanguage", dependencies: ["Quantities", "Topology"], swiftSettings: warnings),
    .testTarget(
      name: "TopologyLanguageTests", dependencies: ["TopologyLanguage", "Quantities", "Topology"],
      swiftSettings: warnings),
    .testTarget(
      name: "CommandLineTests", dependencies: ["nines-cli", "TopologyLanguage"],
      exclude: ["Transcripts", "WrongInputs"], swiftSettings: warnings),
  ],
  swiftLanguageModes: [.v6]
)
