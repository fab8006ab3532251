// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "FourSystems",
  dependencies: [.package(name: "nines", path: "../..")],
  targets: [
    .executableTarget(
      name: "FourSystems", dependencies: [.product(name: "Nines", package: "nines")]),
    .executableTarget(
      name: "FleetSizing", dependencies: [.product(name: "Nines", package: "nines")]),
  ],
  swiftLanguageModes: [.v6]
)
