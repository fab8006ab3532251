import Assessment
import IncidentLogs
import LifeDistributions
import Quantities
import TopologyLanguage

/// A definition in the language of what an incident log says of a service, with the evidence in a
/// comment above it: ready to be pasted, and to be answered.
public enum EvidenceDefinition {
  /// The lines; only comments where no restoration was seen, since no MTTR is made up.
  public static func lines(_ evidence: ServiceEvidence, from log: String) -> [String] {
    let comments = comments(evidence, from: log).map { "# " + $0 }
    guard let uptime = evidence.believedUptime, let restoration = evidence.restorations.believed
    else { return comments + missing(evidence).map { "# " + $0 } }
    let clauses = [Clause(.mtbf(time(uptime))), Clause(.mttr(time(restoration)))]
    let declaration = Declaration(.service, name: name(of: evidence), clauses: clauses)
    return Formatter.format(
      Statement(.declaration(declaration), trivia: Trivia(above: comments)))
  }

  private static func name(of evidence: ServiceEvidence) -> Identifier {
    Identifier(evidence.record.service.isEmpty ? "service-1" : evidence.record.service)
  }

  // MARK: Evidence

  private static func comments(_ evidence: ServiceEvidence, from log: String) -> [String] {
    let record = evidence.record
    let outages = record.outages.count == 1 ? "1 outage" : "\(record.outages.count) outages"
    let seen = "\(outages) from \(record.window.from) to \(record.window.to) (\(line(log)))"
    return [seen] + [mtbf(evidence), mttr(evidence)].compactMap(\.self)
  }

  private static func mtbf(_ evidence: ServiceEvidence) -> String? {
    guard let interval = evidence.mtbf, let failures = evidence.failures else { return nil }
    let low = DurationText.short(interval.low)
    let bounds = interval.high.map { "\(low) to \(DurationText.short($0))" } ?? "at least \(low)"
    let mean = failures.meanTime.map { DurationText.short($0) + ", " } ?? ""
    return "mtbf \(mean)\(percent(evidence.confidence)) confidence \(bounds), by chi-square"
  }

  private static func mttr(_ evidence: ServiceEvidence) -> String? {
    guard let fit = evidence.restorations.fits.first,
      let mean = evidence.restorations.intervals.first,
      let bounds = DurationText.interval(mean)
    else { return nil }
    let center = DurationText.short(fit.law.mean)
    return """
      mttr \(center), \(percent(evidence.confidence)) confidence \(bounds), \(fit.family.rawValue) law, \
      by \(mean.methodName)
      """
  }

  /// What keeps a definition from being written.
  private static func missing(_ evidence: ServiceEvidence) -> [String] {
    let name = Formatter.format(ExpressionSyntax(.name(name(of: evidence))))
    guard let uptime = evidence.believedUptime else {
      return ["\(name) was never seen up, so that no mtbf can be told"]
    }
    let mtbf = Formatter.format(Clause(.mtbf(time(uptime))))
    return [
      "no restoration was seen, so that no mttr can be told; write what you believe:",
      "service \(name): \(mtbf), mttr LOW to HIGH",
    ]
  }

  /// A file's name in a comment stays on its line.
  private static func line(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func percent(_ confidence: Probability) -> String {
    DurationText.number(confidence.value * 100) + "%"
  }

  // MARK: Beliefs

  private static func time(_ life: BelievedLife) -> TimeSyntax {
    switch life {
    case .counted(let events, let exposure):
      let posterior = PosteriorSyntax(
        events: Written(events, text: "\(events)"),
        .exposure(Written(exposure, text: DurationText.long(exposure))))
      return .duration(.posterior(posterior))
    case .exponential(let mean): return .duration(range(mean))
    case .shaped(let family, let mean, let shape):
      let mean = range(mean)
      let shape = range(shape)
      return .law(LawSyntax(form(family, mean, shape)))
    }
  }

  private static func range(_ range: ClosedRange<Duration>) -> DurationSyntax {
    let (low, high) = ends(range) { DurationText.text($0, digits: $1) }
    return .range(
      low: Written(range.lowerBound, text: low), high: Written(range.upperBound, text: high))
  }

  /// A single value where both ends are one.
  private static func range(_ range: ClosedRange<Double>) -> NumberSyntax {
    guard range.lowerBound < range.upperBound else {
      return .point(Written(range.lowerBound, text: DurationText.number(range.lowerBound)))
    }
    let (low, high) = ends(range) { DurationText.number($0, digits: $1) }
    return .range(
      low: Written(range.lowerBound, text: low), high: Written(range.upperBound, text: high))
  }

  /// Both ends with three digits, or as many more as tell them apart.
  private static func ends<Value>(
    _ range: ClosedRange<Value>, as text: (Value, Int) -> String
  ) -> (String, String) {
    for digits in 3..<17 {
      let ends = (text(range.lowerBound, digits), text(range.upperBound, digits))
      if ends.0 != ends.1 { return ends }
    }
    return (text(range.lowerBound, 17), text(range.upperBound, 17))
  }

  private static func form(
    _ family: LifeFamily, _ mean: DurationSyntax, _ shape: NumberSyntax
  ) -> LawSyntax.Form {
    switch family {
    case .weibull: .weibull(mean: mean, shape: shape)
    case .lognormal: .lognormal(mean: mean, sigma: shape)
    case .gamma: .gamma(mean: mean, shape: shape)
    case .hyperexponential: .hyperexponential(mean: mean, cv: shape)
    // Fits of services are of the families above, and exponential ones have no shape.
    case .exponential, .erlang, .uniform, .fixed: .exponential(mean: mean)
    }
  }
}

extension ParameterInterval {
  /// Where the bounds come from, in words; exact ones of a mean are by chi-square.
  var methodName: String { method == .exact ? "chi-square" : method.rawValue }
}

/// Lengths of time and numbers as the language reads them, short.
enum DurationText {
  /// Three digits in the largest unit that leaves at least 1: `17.4d`.
  static func short(_ duration: Duration) -> String { text(duration, digits: 3) }

  /// Six digits, for what was counted: `363.842d`.
  static func long(_ duration: Duration) -> String { text(duration, digits: 6) }

  static func text(_ duration: Duration, digits: Int) -> String {
    let unit = unit(duration.seconds)
    return number(duration.converted(to: unit), digits: digits) + unit.symbol
  }

  private static func unit(_ seconds: Double) -> DurationUnit {
    let units: [DurationUnit] = [.day, .hour, .minute, .second, .millisecond, .microsecond]
    return units.first { seconds >= $0.seconds } ?? .nanosecond
  }

  /// A number with so many digits.
  static func number(_ value: Double, digits: Int = 3) -> String {
    (try? DecimalNumber(shortest: value))?.rounded(toSignificantDigits: digits).description
      ?? "\(value)"
  }

  /// `31min to 1.4h`; nil where an end is beyond what can be written.
  static func interval(_ interval: ParameterInterval) -> String? {
    guard let low = try? Duration(seconds: interval.low) else { return nil }
    guard let high = try? Duration(seconds: interval.high) else { return "at least \(short(low))" }
    return "\(short(low)) to \(short(high))"
  }
}
