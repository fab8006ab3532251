// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in CI only: a newer compiler's new warning must not break a user's build.
let warnings: [SwiftSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// The same for the module in C.
let warningsInC: [CSetting] =
  Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

/// Debian's flags for ZeroMQ name headers of Kerberos, which SwiftPM refuses with a warning; its own are
/// found without.
#if os(Linux)
  let zeroMQ: String? = nil
#else
  let zeroMQ: String? = "libzmq"
#endif

/// The house, from the ground up: arrows point down only.
let modules: [Target] = [
  .target(name: "Quantities", swiftSettings: warnings),
  .target(name: "TerminalText", swiftSettings: warnings),
  .target(name: "VectorKernels", cSettings: warningsInC),
  .target(name: "RandomStreams", dependencies: ["VectorKernels"], swiftSettings: warnings),
  .target(name: "Topology", dependencies: ["Quantities"], swiftSettings: warnings),
  .target(name: "RedundancyAllocation", dependencies: ["Quantities"], swiftSettings: warnings),
  // The only way to the GNU Scientific Library, which the trait GSL leaves out.
  .systemLibrary(
    name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
  .target(
    name: "LifeDistributions",
    dependencies: [
      "Quantities", "RandomStreams", "Topology",
      .target(name: "CGSL", condition: .when(traits: ["GSL"])),
    ], swiftSettings: warnings),
  .target(
    name: "StructureFunctions", dependencies: ["LifeDistributions", "Quantities", "Topology"],
    swiftSettings: warnings),
  .target(
    name: "ResourceAdequacy",
    dependencies: ["Quantities", "RandomStreams", "StructureFunctions", "Topology"],
    swiftSettings: warnings),
  .target(
    name: "FleetCapacity",
    dependencies: ["LifeDistributions", "Quantities", "RandomStreams", "Topology"],
    swiftSettings: warnings),
  .target(name: "Queueing", dependencies: ["Quantities"], swiftSettings: warnings),
  .target(
    name: "InputUncertainty",
    dependencies: [
      "LifeDistributions", "Quantities", "RandomStreams", "StructureFunctions", "Topology",
    ], swiftSettings: warnings),
  .target(
    name: "IncidentLogs", dependencies: ["LifeDistributions", "Quantities"],
    swiftSettings: warnings),
  .target(
    name: "ServiceLevels", dependencies: ["LifeDistributions", "Quantities", "Topology"],
    resources: [.embedInCode("Catalogue/commitments.tsv")], swiftSettings: warnings),
  .target(
    name: "OutageSimulation",
    dependencies: [
      "Quantities", "RandomStreams", "ServiceLevels", "StructureFunctions", "Topology",
    ],
    swiftSettings: warnings),
  .target(
    name: "Assessment",
    dependencies: [
      "IncidentLogs", "InputUncertainty", "LifeDistributions", "OutageSimulation", "Quantities",
      "ServiceLevels", "StructureFunctions", "Topology",
    ],
    swiftSettings: warnings),
  .target(
    name: "CapacityPlanning",
    dependencies: [
      "Assessment", "FleetCapacity", "OutageSimulation", "Quantities", "RandomStreams",
      "RedundancyAllocation", "ResourceAdequacy", "ServiceLevels", "StructureFunctions", "Topology",
    ],
    swiftSettings: warnings),
  .target(
    name: "TopologyLanguage",
    dependencies: [
      "CapacityPlanning", "InputUncertainty", "LifeDistributions", "OutageSimulation", "Quantities",
      "Queueing", "ResourceAdequacy", "ServiceLevels", "TerminalText",
      "Topology",
    ],
    exclude: ["Library"], swiftSettings: warnings),
  .target(
    name: "Reports",
    dependencies: [
      "Assessment", "CapacityPlanning", "IncidentLogs", "InputUncertainty", "LifeDistributions",
      "OutageSimulation",
      "Quantities", "ResourceAdequacy", "ServiceLevels", "StructureFunctions", "TerminalText",
    ],
    swiftSettings: warnings),
  .target(
    name: "Charts",
    dependencies: [
      "Assessment", "OutageSimulation", "Quantities", "Reports", "ServiceLevels",
      "StructureFunctions", "TerminalText", "Topology",
    ], swiftSettings: warnings),
  .target(
    name: "Interchange",
    dependencies: [
      "Assessment", "CapacityPlanning", "Charts", "IncidentLogs", "InputUncertainty",
      "LifeDistributions", "OutageSimulation",
      "Quantities", "ResourceAdequacy", "ServiceLevels", "StructureFunctions", "TopologyLanguage",
    ], swiftSettings: warnings),
  .target(
    name: "Documents", dependencies: ["Interchange", .product(name: "Yams", package: "Yams")],
    swiftSettings: warnings),
  .target(
    name: "Nines",
    dependencies: [
      "Assessment", "CapacityPlanning", "Charts", "FleetCapacity", "IncidentLogs",
      "InputUncertainty", "Interchange",
      "LifeDistributions", "OutageSimulation", "Quantities", "Queueing", "RedundancyAllocation",
      "Reports",
      "ResourceAdequacy", "ServiceLevels",
      "StructureFunctions", "TerminalText", "Topology", "TopologyLanguage",
    ], swiftSettings: warnings),
  // The only way to libedit.
  .systemLibrary(
    name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"]), .brew(["libedit"])]),
  .target(
    name: "TerminalInput", dependencies: ["CLibedit", "TerminalText"], swiftSettings: warnings),
  // What the program, its prompt and other front ends share. The functions of both stay on the main
  // thread unless they simulate: no other thread is started.
  .target(
    name: "Evaluation", dependencies: ["Nines"],
    swiftSettings: warnings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
  // What a reader of a design review needs, on one page.
  .target(
    name: "DesignReviews",
    dependencies: ["Nines", .product(name: "Mustache", package: "swift-mustache")],
    swiftSettings: warnings),
  // What `nines report` and the program that it starts are both asked with.
  .target(
    name: "ReportOptions",
    dependencies: [
      "Evaluation", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: warnings),
  .executableTarget(
    name: "nines-cli",
    dependencies: [
      "Evaluation", "Nines", "ReportOptions", "TerminalInput", "TerminalText",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: warnings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
  // The only ways to ZeroMQ, and to libsodium, which comes with it.
  .systemLibrary(
    name: "CZMQ", pkgConfig: zeroMQ, providers: [.apt(["libzmq3-dev"]), .brew(["zeromq"])]),
  .systemLibrary(
    name: "CSodium", pkgConfig: "libsodium",
    providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
  .target(
    name: "JupyterMessaging", dependencies: ["CSodium", "CZMQ", "Documents", "Interchange"],
    swiftSettings: warnings),
  // A program of its own, so that ZeroMQ stays out of the others.
  .executableTarget(
    name: "nines-kernel",
    dependencies: [
      "Evaluation", "JupyterMessaging", "Nines",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: warnings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
  // Beside the program, so that Foundation and Yams stay out of its start.
  .executableTarget(
    name: "nines-convert",
    dependencies: [
      "Documents", "Interchange", "TopologyLanguage",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: warnings),
  // Beside the program too, so that Foundation and Mustache stay out of its start.
  .executableTarget(
    name: "nines-report",
    dependencies: [
      "DesignReviews", "Evaluation", "Nines", "ReportOptions",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ], swiftSettings: warnings + [.enableUpcomingFeature("NonisolatedNonsendingByDefault")]),
]

let tests: [Target] = [
  .target(
    name: "TestSupport",
    dependencies: ["Quantities", "Topology", .product(name: "BigInt", package: "BigInt")],
    path: "Tests/TestSupport", swiftSettings: warnings),
  // Programs in a terminal, for the tests of what is seen.
  .target(
    name: "TerminalScreens", path: "Tests/TerminalScreens", swiftSettings: warnings),
  // Reads lines and prints them back, for the tests of TerminalInput.
  .executableTarget(
    name: "LineEcho", dependencies: ["TerminalInput"], path: "Tests/LineEcho",
    swiftSettings: warnings),
  .testTarget(
    name: "TerminalInputTests", dependencies: ["LineEcho", "TerminalInput", "TerminalScreens"],
    swiftSettings: warnings),
  .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: warnings),
  .testTarget(name: "TerminalTextTests", dependencies: ["TerminalText"], swiftSettings: warnings),
  .testTarget(name: "RandomStreamsTests", dependencies: ["RandomStreams"], swiftSettings: warnings),
  .testTarget(
    name: "RedundancyAllocationTests", dependencies: ["Quantities", "RedundancyAllocation"],
    swiftSettings: warnings),
  .testTarget(
    name: "LifeDistributionsTests", dependencies: ["LifeDistributions", "Quantities", "Topology"],
    swiftSettings: warnings),
  .testTarget(
    name: "FleetCapacityTests", dependencies: ["FleetCapacity", "Quantities", "Topology"],
    swiftSettings: warnings),
  .testTarget(
    name: "QueueingTests", dependencies: ["Quantities", "Queueing"], swiftSettings: warnings),
  .testTarget(
    name: "InputUncertaintyTests",
    dependencies: [
      "InputUncertainty", "LifeDistributions", "Quantities", "StructureFunctions", "TestSupport",
      "Topology",
    ], swiftSettings: warnings),
  .testTarget(
    name: "IncidentLogsTests", dependencies: ["IncidentLogs", "LifeDistributions", "Quantities"],
    swiftSettings: warnings),
  .testTarget(
    name: "ServiceLevelsTests",
    dependencies: ["LifeDistributions", "Quantities", "ServiceLevels", "TestSupport", "Topology"],
    swiftSettings: warnings),
  .testTarget(
    name: "StructureFunctionsTests",
    dependencies: ["Quantities", "StructureFunctions", "Topology"],
    swiftSettings: warnings),
  .testTarget(
    name: "ResourceAdequacyTests",
    dependencies: ["Quantities", "ResourceAdequacy", "StructureFunctions", "Topology"],
    swiftSettings: warnings),
  .testTarget(
    name: "TopologyLanguageTests",
    dependencies: [
      "InputUncertainty", "Quantities", "TerminalText", "Topology", "TopologyLanguage",
    ],
    swiftSettings: warnings),
  .testTarget(
    name: "InterchangeTests",
    dependencies: [
      "Assessment", "Documents", "IncidentLogs", "Interchange", "Quantities", "TopologyLanguage",
    ],
    swiftSettings: warnings),
  .testTarget(
    name: "AssessmentTests",
    dependencies: [
      "Assessment", "IncidentLogs", "InputUncertainty", "LifeDistributions", "OutageSimulation",
      "Quantities", "ServiceLevels", "StructureFunctions", "Topology",
    ],
    swiftSettings: warnings),
  .testTarget(
    name: "OutageSimulationTests",
    dependencies: [
      "LifeDistributions", "OutageSimulation", "Quantities", "RandomStreams", "ServiceLevels",
      "StructureFunctions", "TestSupport", "Topology",
    ],
    swiftSettings: warnings),
  .testTarget(
    name: "CapacityPlanningTests",
    dependencies: [
      "Assessment", "CapacityPlanning", "OutageSimulation", "Quantities", "ServiceLevels",
      "StructureFunctions", "TestSupport", "Topology",
    ],
    swiftSettings: warnings),
  .testTarget(
    name: "ReportsTests",
    dependencies: ["Assessment", "Nines", "Quantities", "Reports", "ServiceLevels", "Topology"],
    exclude: ["Layouts"], swiftSettings: warnings),
  .testTarget(
    name: "EvaluationTests", dependencies: ["Evaluation", "Nines"], swiftSettings: warnings),
  .testTarget(
    name: "ChartsTests",
    dependencies: [
      "Assessment", "Charts", "Interchange", "OutageSimulation", "Quantities", "Reports",
      "ServiceLevels", "TerminalText", "Topology", "TopologyLanguage",
    ], exclude: ["Golden"], swiftSettings: warnings),
  .testTarget(
    name: "DesignReviewTests", dependencies: ["DesignReviews", "Nines"], exclude: ["Golden"],
    swiftSettings: warnings),
  .testTarget(
    name: "JupyterMessagingTests", dependencies: ["Interchange", "JupyterMessaging"],
    swiftSettings: warnings),
  .testTarget(
    name: "NotebookKernelTests",
    dependencies: ["Evaluation", "JupyterMessaging", "Nines", "nines-kernel"],
    swiftSettings: warnings),
  .testTarget(name: "KnownAnswerTests", dependencies: ["Nines"], swiftSettings: warnings),
  .testTarget(
    name: "CommandLineTests",
    dependencies: [
      "TerminalScreens", "TopologyLanguage", "nines-cli", "nines-convert", "nines-report",
    ],
    exclude: ["Transcripts", "WrongInputs"], swiftSettings: warnings),
  .testTarget(
    name: "CrossCheckTests",
    dependencies: [
      "OutageSimulation", "Quantities", "StructureFunctions", "TestSupport", "Topology",
      .product(name: "BigInt", package: "BigInt"),
    ], swiftSettings: warnings),
]

let package = Package(
  name: "nines",
  products: [
    .library(name: "Nines", targets: ["Nines"]),
    .library(name: "Quantities", targets: ["Quantities"]),
    .library(name: "RandomStreams", targets: ["RandomStreams"]),
    .library(name: "ServiceLevels", targets: ["ServiceLevels"]),
    .library(name: "LifeDistributions", targets: ["LifeDistributions"]),
    .library(name: "TopologyLanguage", targets: ["TopologyLanguage"]),
    .executable(name: "nines", targets: ["nines-cli"]),
    .executable(name: "nines-convert", targets: ["nines-convert"]),
    .executable(name: "nines-kernel", targets: ["nines-kernel"]),
    .executable(name: "nines-report", targets: ["nines-report"]),
  ],
  traits: [
    .default(enabledTraits: ["GSL"]),
    .trait(
      name: "GSL",
      description: """
        Functions of life distributions by the GNU Scientific Library; a binary with it is under \
        GPL-3. Without it those functions throw an error that names it.
        """),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    // Whole numbers without limit, for the tests' exact rational answers only.
    .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
  ],
  targets: modules + tests,
  swiftLanguageModes: [.v6]
)
