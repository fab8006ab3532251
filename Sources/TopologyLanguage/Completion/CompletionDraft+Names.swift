import ServiceLevels

// Names.
extension CompletionDraft {
  /// The names of the sort that the place asks for, where the grammar takes a name.
  var nameCandidates: [CompletionCandidate] {
    guard trial.takesName else { return [] }
    let role = NameRole(at: place)
    let own = names.flatMap { known in
      texts(of: known, as: role).compactMap { candidate($0, known, isPath: role == .path) }
    }
    return own + (role == .operand || role == .agreement ? promises : [])
  }

  /// Inside a quote the whole name is quoted; a path is written with its own quotes already.
  private func candidate(_ name: String, _ known: KnownName, isPath: Bool) -> CompletionCandidate? {
    guard begins(name) else { return nil }
    let plain = isPath ? name : NameWriter.text(Identifier(name))
    let written = place.isQuoted ? QuotedText.quote(name) : plain
    return CompletionCandidate(written, .name, description: known.kind.rawValue)
  }

  /// How a name is called in a role; nothing where it has no part in it.
  private func texts(of known: KnownName, as role: NameRole) -> [String] {
    switch role {
    case .part: known.kind.isPart ? [known.text] : []
    case .operand:
      known.kind.isPart || known.kind == .changes || known.kind == .maintenance ? [known.text] : []
    case .family: known.kind.isFamily ? [known.text] : []
    case .scope: known.kind.isFamily || known.kind.isPart ? [known.text] : []
    case .domain: known.kind.isFamily ? [known.text] + members(of: known) : []
    case .queue: known.kind == .queue ? [known.text] : []
    case .agreement: known.kind == .sla ? [known.text] : []
    case .law: known.kind == .law ? [known.text] : []
    case .demand: known.kind == .demand ? [known.text] : []
    case .free: known.kind == .free ? [known.text] : []
    case .path: paths(of: known)
    case .none: []
    }
  }

  /// A family of more than so many domains is known by its name alone.
  private static var mostMembers: Int { 30 }

  private func members(of family: KnownName) -> [String] {
    guard (1...Self.mostMembers).contains(family.domains) else { return [] }
    return (1...family.domains).map { "\(family.text).\($0)" }
  }

  private func paths(of known: KnownName) -> [String] {
    if known.kind == .law || known.kind == .demand { return [known.text] }
    let name = NameWriter.text(PathSyntax(segments: [known.text]))
    return known.values.map { "\(name).\($0)" }
  }

  // MARK: Published promises

  /// They are offered once their first letters are typed: there are many.
  private var promises: [CompletionCandidate] {
    guard place.typed.utf8.count >= Self.fewestLetters, !place.isQuoted else { return [] }
    return CommitmentCatalogue.published.commitments.filter { begins($0.name) }.map {
      CompletionCandidate($0.name, .catalogue, description: $0.service)
    }
  }

  private static var fewestLetters: Int { 2 }
}
