/// Writes questions. Where a line may end, the text has a line end for a blank.
enum QuestionWriter {
  static func text(_ question: Question) -> String {
    switch question {
    case .check(let check): ChanceWriter.text(check)
    case .chance(let chance): ChanceWriter.text(chance)
    case .find(let search): self.search(search)
    case .simulate(let simulation): SimulationWriter.text(simulation)
    case .with(let overrides, let inner):
      prefix(of: overrides) + StatementWriter.text(inner.content)
    case .improve(let name): "improve \(NameWriter.text(name))"
    case .headroom(let name): "headroom \(NameWriter.text(name))"
    case .compare(let names, let options):
      "compare " + names.map { NameWriter.text($0) }.joined(separator: ",\n")
        + SimulationWriter.text(options)
    case .plot(let name, let sweep):
      "plot \(NameWriter.text(name))"
        + " over \(self.sweep(sweep))"
    case .picture(let picture): SimulationWriter.text(picture)
    case .budget(let budget): ChanceWriter.text(budget)
    default: about(question)
    }
  }

  /// `with path value, path value:` and a blank.
  static func prefix(of overrides: [Override]) -> String {
    let values = overrides.map { "\(NameWriter.text($0.path)) \(TimeWriter.text($0))" }
    return "with \(values.joined(separator: ",\n")):\n"
  }

  private static func sweep(_ sweep: Sweep) -> String {
    "\(NameWriter.text(sweep.path)) \(TimeWriter.text(sweep.range))\(TimeWriter.per(sweep.per))"
  }

  private static func about(_ question: Question) -> String {
    switch question {
    case .show(let name, let engine): "show \(NameWriter.text(name))\(using(engine))"
    case .why(let name, let engine): "why \(NameWriter.text(name))\(using(engine))"
    case .inputs(let name): "why \(NameWriter.text(name)) over inputs"
    case .explain(let name, let engine): "explain \(NameWriter.text(name))\(using(engine))"
    case .fit(let fit): FitWriter.text(fit)
    case .command(let command, let words):
      ([command.rawValue] + words.map(\.text)).joined(separator: " ")
    default: ""
    }
  }

  private static func using(_ engine: Question.Engine?) -> String {
    engine.map { " using \($0.rawValue)" } ?? ""
  }

  private static func search(_ search: Search) -> String {
    let unknowns = search.unknowns.map { "\(NameWriter.text($0.name)) in \(values($0.values))" }
    return "find \(unknowns.joined(separator: ",\n")) where "
      + search.conditions.map { condition($0) }.joined(separator: " and\n")
      + (search.objective.map { " minimizing \($0.rawValue)" } ?? "")
      + SimulationWriter.text(search.options)
  }

  private static func values(_ values: Search.Values) -> String {
    switch values {
    case .range(let range): TimeWriter.text(range)
    case .list(let values): "(\(values.map { TimeWriter.text($0) }.joined(separator: ", ")))"
    }
  }

  static func condition(_ condition: Condition) -> String {
    "\(ChanceWriter.term(condition.term)) \(condition.comparison.rawValue) \(TimeWriter.text(condition.value))"
  }
}

/// Writes simulations.
enum SimulationWriter {
  static func text(_ simulation: SimulationSyntax) -> String {
    "simulate \(ExpressionWriter.text(simulation.expression))"
      + (simulation.duration.map { " for \($0.text)" } ?? "")
      + text(simulation.options)
  }

  static func text(_ picture: PictureSyntax) -> String {
    "plot \(NameWriter.text(picture.name))"
      + (picture.kind == .exceedance ? "" : " as \(picture.kind.rawValue)")
      + (picture.duration.map { " for \($0.text)" } ?? "") + text(picture.options)
  }

  /// Options, with a comma before each.
  static func text(_ options: [SimulationOption]) -> String {
    options.map { ",\n\(text($0.content))" }.joined()
  }

  private static func text(_ option: SimulationOption.Content) -> String {
    switch option {
    case .runs(let count): "runs \(NameWriter.text(count))"
    case .seed(let count): "seed \(NameWriter.text(count))"
    case .error(let percent): "error \(percent.text)"
    case .within(let duration): "within \(duration.text)"
    case .threads(let count): "threads \(NameWriter.text(count))"
    case .from(let start): "from \(start.rawValue)"
    case .by(let window): "by \(window.text)"
    case .exceeding(let durations):
      "exceeding \(durations.map(\.text).joined(separator: " "))"
    case .counting(let percent): "counting below \(percent.text)"
    case .sampling(let sampling): "sampling \(sampling.rawValue)"
    }
  }
}

/// Writes fits.
enum FitWriter {
  static func text(_ fit: FitSyntax) -> String {
    "fit \(QuotedText.quote(fit.file))" + fit.options.map { ",\n\(text($0.content))" }.joined()
  }

  private static func text(_ option: FitOption.Content) -> String {
    switch option {
    case .service(let name): "service \(NameWriter.text(name))"
    case .from(let text), .to(let text), .zone(let text), .severity(let text), .column(_, let text):
      "\(option.word) \(QuotedText.quote(text))"
    case .flaps(let length), .joining(let length): "\(option.word) \(length.text)"
    case .share(let percent), .confidence(let percent): "\(option.word) \(percent.text)"
    }
  }
}
