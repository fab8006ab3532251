import Topology

/// How much each input of a program matters for something: `why site over inputs`.
public struct CheckedTornado: Sendable, Hashable {
  /// What is asked about.
  public let name: String
  /// The inputs, in the order of the text.
  public let inputs: [Input]

  /// A numeric input.
  public struct Input: Sendable, Hashable {
    /// `web.mttr`, and `site.2.availability` for the second of that word.
    public let name: String
    /// Its value as written.
    public let text: String
    /// True where it is believed rather than known.
    public let isBelief: Bool
    private let place: Int
    private let program: ProgramAlternatives

    init(_ input: VariedInput, at place: Int, of program: ProgramAlternatives) {
      name = input.name
      text = input.text
      isBelief = input.isBelief
      self.place = place
      self.program = program
    }

    /// The topology with this input halved or doubled, or at an end of what is believed; nil where
    /// that is no topology. Cost: that of checking the program.
    public func topology(isHigh: Bool) -> Topology? {
      try? program.varied(InputVariation(of: place, isHigh: isHigh)).topology
    }

    /// True for the same input.
    public static func == (left: Input, right: Input) -> Bool {
      left.name == right.name && left.text == right.text
    }

    /// Hashes the input.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(name)
      hasher.combine(text)
    }
  }
}

extension ProgramAlternatives {
  /// More inputs than this are refused.
  static let mostInputs = 1_000

  /// The inputs of the definitions. Throws a ``Diagnostic``.
  func tornado(of name: String, at span: SourceSpan) throws(Diagnostic) -> CheckedTornado {
    let inputs = try varied(InputVariation()).inputs
    guard inputs.count <= Self.mostInputs else {
      throw Diagnostic(
        .valueOutOfRange,
        "the program has \(inputs.count) inputs, and at most \(Self.mostInputs) are varied one by one",
        at: span)
    }
    return CheckedTornado(
      name: name,
      inputs: inputs.enumerated().map { CheckedTornado.Input($1, at: $0, of: self) })
  }

  /// The topology with one input changed, and all inputs.
  func varied(
    _ variation: InputVariation
  ) throws(Diagnostic) -> (topology: Topology, inputs: [VariedInput]) {
    let definitions = Program(statements: Self.definitions(program.statements))
    var figures = PublishedFigures(definitions, of: source)
    let figured = figures.program(definitions)
    var listing = InputReading(source)
    let definite = try listing.program(figured)
    var reading = InputReading(source)
    reading.variation = variation
    let topology = try Checker.topology(
      of: figured, reading: &reading, try observations.lives(of: listing.files),
      try DemandTable(of: definite, reading: observations))
    return (topology, reading.variation?.inputs ?? [])
  }
}
