// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only: a newer compiler's new warning must not break a user's build.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let package = Package(
  name: "nines",
  products: [
    .library(name: "Quantities", targets: ["Quantities"])
  ],
  dependencies: [
    // Whole numbers without limit, for the tests' exact rational answers only.
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1")
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
    .target(
      name: "TestSupport",
      dependencies: ["Quantities", "Topology", .product(name: "BigInt", package: "BigInt")],
      path: "Tests/TestSupport", swiftSettings: warnings),
    .testTarget(
      name: "CrossCheckTests",
      dependencies: [
        "Quantities", "StructureFunctions", "TestSupport", "Topology",
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: warnings),
  ],
  swiftLanguageModes: [.v6]
)
