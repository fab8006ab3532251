import ServiceLevels

/// Says what may stand where a cursor is: the names of a workspace, the words of the language that
/// are valid there, units and published promises.
public struct Completer: Sendable {
  private let names: [KnownName]
  private let settings: [String]

  /// A completer that knows `names`, besides those that the text itself defines, and the options
  /// that `set` takes besides values.
  public init(names: [KnownName] = [], settings: [String] = []) {
    self.names = names
    self.settings = settings
  }

  /// What may stand in `text` at `offset`, in bytes of its UTF-8 form; what stands behind is not
  /// looked at. Empty in a comment and behind a mistake.
  ///
  /// Takes time in proportion to the text before the cursor, and to the length of the statement
  /// there about a hundred times.
  public func complete(_ text: String, at offset: Int) -> CompletionList {
    let bytes = Array(text.utf8.prefix(max(offset, 0)))
    guard let place = CompletionPlace(endOf: SourceText(bytes: bytes)) else {
      return CompletionList(replacing: SourceSpan(offset: bytes.count, length: 0))
    }
    return CompletionDraft(place, names: known(at: place), settings: settings).list
  }

  /// The names of the workspace and of the statements before the cursor, each once.
  private func known(at place: CompletionPlace) -> [KnownName] {
    guard !place.before.isEmpty else { return names }
    let statements = StatementCutting.statements(of: Array(place.before))
    let own = KnownName.all(in: statements, of: place.source)
    let taken = Set(own.map(\.text))
    return own + names.filter { !taken.contains($0.text) }
  }
}
