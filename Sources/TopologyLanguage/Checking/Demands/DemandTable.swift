import Quantities
import ResourceAdequacy

/// The demands of a program that vary over time, by their names.
struct DemandTable: Sendable {
  /// The loads of each.
  private(set) var profiles: [String: DemandProfile] = [:]

  /// A month of the language as a duration, 730 h.
  private static let month = DurationUnit.month.seconds

  init() {}

  /// Reads the files of all demands, and lets those grow that do.
  init(of program: Program, reading files: ObservationReader) throws(Diagnostic) {
    for statement in program.statements {
      guard case .demand(let demand) = statement.content else { continue }
      guard profiles[demand.name.text] == nil else { continue }
      profiles[demand.name.text] = try Self.profile(demand, program, files)
    }
  }

  /// The loads of a demand; nil for one that is always the same.
  private static func profile(
    _ demand: DemandDeclaration, _ program: Program, _ files: ObservationReader
  ) throws(Diagnostic) -> DemandProfile? {
    switch demand.source {
    case .rate(let rate):
      guard let growth = demand.growth else { return nil }
      let flow = try QuantityReading.value(rate)
      let constant = try located(at: rate.span) { () throws(DemandProfileError) in
        try DemandProfile(constant: flow)
      }
      return try grown(constant, growth)
    case .file(let file, let step):
      let profile = try read(file, every: step, unit: try unit(of: program, for: demand), files)
      return try demand.growth.map { growth throws(Diagnostic) in try grown(profile, growth) }
        ?? profile
    }
  }

  private static func read(
    _ file: Written<String>, every step: DurationSyntax?, unit: String, _ files: ObservationReader
  ) throws(Diagnostic) -> DemandProfile {
    let length = try step.map { time throws(Diagnostic) in try QuantityReading.value(time) }
    if let step, length == .zero {
      throw Diagnostic(
        .valueOutOfRange, DemandProfileError.noStep.description, at: step.span, fixes: ["1h"])
    }
    let text: String
    do throws(ObservationError) {
      text = try files.loads(file.value)
    } catch {
      throw Diagnostic(
        .unreadableFile, "\(file.text): \(error.description)", at: file.span)
    }
    do throws(DemandProfileError) {
      return try DemandProfile(csv: text, unit: unit, step: length ?? .hours(1))
    } catch {
      throw Diagnostic(.unreadableFile, "\(file.text): \(error.description)", at: file.span)
    }
  }

  /// A file has numbers alone; they are flows of what the capacities of the program are.
  private static func unit(
    of program: Program, for demand: DemandDeclaration
  ) throws(Diagnostic) -> String {
    if let unit = program.unitOfCapacities { return unit }
    throw Diagnostic(
      .expectedRate,
      "the file's numbers have the unit of the capacities, and nothing here has a capacity",
      at: demand.name.span, notes: ["write one where it is carried, such as `capacity 500 rps`"])
  }

  private static func grown(
    _ profile: DemandProfile, _ growth: DemandDeclaration.Growth
  ) throws(Diagnostic) -> DemandProfile {
    let share = try QuantityReading.value(growth.share).value
    let months = try QuantityReading.value(growth.length).seconds / month
    let whole = months.rounded()
    guard whole >= 1, abs(months - whole) < 1e-9 * whole, whole < 1e6 else {
      throw Diagnostic(
        .valueOutOfRange, "a demand grows for whole months of 730 h, such as 24mo or 2y",
        at: growth.length.span, fixes: ["24mo"])
    }
    return try located(at: growth.share.span) { () throws(DemandProfileError) in
      try profile.growing(by: share, perMonthFor: Int(whole))
    }
  }

  private static func located(
    at span: SourceSpan, _ profile: () throws(DemandProfileError) -> DemandProfile
  ) throws(Diagnostic) -> DemandProfile {
    do throws(DemandProfileError) {
      return try profile()
    } catch {
      throw Diagnostic(.valueOutOfRange, error.description, at: span)
    }
  }
}

extension Program {
  /// The unit of the first capacity that is written.
  fileprivate var unitOfCapacities: String? {
    statements.lazy.compactMap { $0.content.clauses.lazy.compactMap(\.unitOfCapacity).first }.first
  }
}

extension Clause {
  fileprivate var unitOfCapacity: String? {
    guard case .capacity(let rate) = content else { return nil }
    return rate.point?.unit
  }
}
