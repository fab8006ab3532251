import Quantities

/// Something asked of the program.
public enum Question: Sendable, Hashable {
  /// `check site 99.99% per year with 95%`
  case check(CheckSyntax)
  /// `P(shop meets gold)`
  case chance(ChanceSyntax)
  /// `find n in 1..20 where P(shop meets gold) >= 99% minimizing cost`
  case find(Search)
  /// `simulate shop for 1y, seed 7`
  case simulate(SimulationSyntax)
  /// `with db.mttr 10min: site`
  case with([Override], Statement)
  /// `show site`
  case show(Identifier, using: Engine?)
  /// `why site`
  case why(Identifier, using: Engine?)
  /// `why site over inputs`
  case inputs(Identifier)
  /// `explain site using exact`
  case explain(Identifier, using: Engine?)
  /// `improve shop`
  case improve(Identifier)
  /// `headroom shop`
  case headroom(Identifier)
  /// `compare a, b, seed 7`
  case compare([Identifier], options: [SimulationOption] = [])
  /// `plot site over db.mttr 1min..1h`
  case plot(Identifier, over: Sweep)
  /// `plot site as timeline for 1y`
  case picture(PictureSyntax)
  /// `budget 99.95% per month`, `budget shop meets gold`
  case budget(BudgetSyntax)
  /// `fit "incidents.csv", service web`
  case fit(FitSyntax)
  /// A word to the program, such as `list` or `save shop.nines`.
  case command(Command, words: [Written<String>])

  /// The way to an answer, when the user forces one.
  public enum Engine: String, Sendable, Hashable, CaseIterable {
    /// Exactly.
    case exact
    /// By simulation.
    case simulation
  }

  /// The words to the program.
  public enum Command: String, Sendable, Hashable, CaseIterable {
    /// Published promises.
    case catalogue
    /// What can be said.
    case help
    /// The names known.
    case list
    /// About one name.
    case info
    /// Writes a file.
    case save
    /// Reads a file.
    case load
    /// Sets an option.
    case set
    /// Takes the last statement back.
    case undo
  }
}

/// A changed value for one question: `db.mttr 10min`.
public struct Override: Sendable, Hashable {
  /// What is changed.
  public let path: PathSyntax
  /// Its new value.
  public let value: ValueSyntax
  /// What stands behind `per`; nil where that stays as it is.
  public let per: PerSyntax?

  /// `path` set to `value`.
  public init(path: PathSyntax, value: ValueSyntax, per: PerSyntax? = nil) {
    self.path = path
    self.value = value
    self.per = per
  }
}

/// What stands behind `per` of a changed value.
public enum PerSyntax: Sendable, Hashable {
  /// `per month`, of a cost or an availability.
  case window(WindowSyntax)
  /// `per az`, of a count.
  case domain(Identifier)

  /// Where it stands.
  public var span: SourceSpan {
    switch self {
    case .window(let window): window.span
    case .domain(let name): name.span
    }
  }
}

/// What a plot runs over: `db.mttr 1min..1h`.
public struct Sweep: Sendable, Hashable {
  /// What is changed.
  public let path: PathSyntax
  /// Its values.
  public let range: RangeSyntax
  /// What stands behind `per`; nil where that stays as it is.
  public let per: PerSyntax?

  /// `path` over `range`.
  public init(path: PathSyntax, range: RangeSyntax, per: PerSyntax? = nil) {
    self.path = path
    self.range = range
    self.per = per
  }
}
