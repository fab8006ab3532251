/// How available something is over a range of one value: `plot site over db.mttr 1min..1h`.
public struct CheckedSweep: Sendable, Hashable {
  /// What is asked about.
  public let name: String
  /// What is changed, as written.
  public let path: String
  /// Its value in the program, as written; nil where the declaration had the default.
  public let before: String?
  /// The same as a number: seconds, a share, an amount, or a count; nil where it isn't one.
  public let beforeNumber: Double?
  /// The values, ascending.
  public let points: [Point]

  /// One value, and the program with it.
  public struct Point: Sendable, Hashable {
    /// The value, as the language writes it.
    public let text: String
    /// The value as a number: seconds, a share from 0 to 1, an amount, or a count.
    public let number: Double
    /// The program with this value, which asks how available the thing is.
    public let program: CheckedProgram

    /// True for the same value.
    public static func == (left: Point, right: Point) -> Bool { left.text == right.text }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
  }
}

extension ProgramAlternatives {
  /// The programs of a sweep. Throws a ``Diagnostic`` at the path or the range.
  func sweep(_ name: Identifier, _ sweep: Sweep) throws(Diagnostic) -> CheckedSweep {
    let subject = Statement(
      .expression(ExpressionSyntax(.name(name), span: name.span), clauses: []), span: name.span)
    var values = SweepValues(word: sweep.path.segments.last ?? "", range: sweep.range)
    let before = try before(sweep, try values.values())
    let own = before.flatMap { Self.value($0, at: sweep.path) }
    if sweep.per == nil { values.current = own }
    var points: [CheckedSweep.Point] = []
    for value in try values.values() {
      let override = Override(path: sweep.path, value: value, per: sweep.per)
      let overriding = try changing(override, over: sweep.range)
      let changed = try changed(overriding.statements, by: [override], asking: subject)
      guard case .availability? = changed.questions.first else { throw varying(name, sweep) }
      points.append(
        CheckedSweep.Point(
          text: TimeWriter.text(value), number: value.number ?? 0, program: changed))
    }
    return CheckedSweep(
      name: name.text, path: NameWriter.text(sweep.path), before: before,
      beforeNumber: own?.number, points: points)
  }
}

extension ProgramAlternatives {
  /// The value that a sweep changes, as written; nil for a default.
  private func before(_ sweep: Sweep, _ values: [ValueSyntax]) throws(Diagnostic) -> String? {
    guard let value = values.first else { return nil }
    let override = Override(path: sweep.path, value: value, per: sweep.per)
    return try changing(override, over: sweep.range).changes.first?.before
  }

  /// A written value as the language reads it; nil where it isn't one.
  private static func value(_ text: String, at path: PathSyntax) -> ValueSyntax? {
    let question = SourceText("with \(NameWriter.text(path)) \(text): a")
    guard let program = try? Parser.parse(question),
      case .question(.with(let overrides, _))? = program.statements.first?.content
    else { return nil }
    return overrides.first?.value
  }

  private func varying(_ name: Identifier, _ sweep: Sweep) -> Diagnostic {
    Diagnostic(
      .notYet,
      "the demand of '\(name.text)' varies over time, of which a sweep isn't built yet; change one "
        + "value, as in `with \(NameWriter.text(sweep.path)) \(TimeWriter.text(sweep.range.low)): …`",
      at: name.span)
  }

  /// The program with one value of a range. What is wrong with the value is wrong with the range.
  private func changing(
    _ override: Override, over range: RangeSyntax
  ) throws(Diagnostic) -> Overriding {
    var overriding = Overriding(program)
    do throws(Diagnostic) {
      try overriding.apply(override)
      return overriding
    } catch {
      throw range.span.holds(error.span) ? error.moved(to: range.span) : error
    }
  }
}

extension ValueSyntax {
  /// The value as a number; nil for a belief, a law or a name.
  fileprivate var number: Double? {
    switch self {
    case .percent(let percent): percent.point?.value
    case .duration(let duration): duration.point?.seconds
    case .rate(let rate): rate.point?.amount
    case .number(let number): number.point
    case .law, .name: nil
    }
  }
}
