// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only: a newer compiler's new warning must not break a user's build.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "nines",
  products: [
    .library(name: "Quantities", targets: ["Quantities"]),
    .library(name: "TopologyLanguage", targets: ["TopologyLanguage"]),
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
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: warnings),
    .target(name: "TopologyLanguage", dependencies: ["Quantities"], swiftSettings: warnings),
    .testTarget(
      name: "TopologyLanguageTests", dependencies: ["TopologyLanguage", "Quantities"],
      swiftSettings: warnings),
  ],
  swiftLanguageModes: [.v6]
)
