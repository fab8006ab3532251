extension Statement.Content {
  /// The name that the statement gives to something; nil for what is asked.
  public var definedName: Identifier? {
    switch self {
    case .declaration(let declaration): declaration.name
    case .definition(let definition): definition.name
    case .law(let name, _): name
    case .demand(let demand): demand.name
    case .expression, .question: nil
    }
  }
}
