import Nines

/// The definitions that a workspace keeps: each name stands for one thing, the one told last.
package struct KeptDefinitions: Sendable, Hashable {
  /// In the order in which the names came.
  package private(set) var statements: [Statement] = []

  /// Nothing yet.
  package init() {}

  /// The definitions in canonical form, as a file would have them.
  package var text: String { Formatter.format(Program(statements: statements)) }

  /// The names, in the same order.
  package var names: [String] { statements.compactMap(\.content.definedName?.text) }

  /// The definition of a name.
  package subscript(name name: String) -> Statement? {
    statements.first { $0.content.definedName?.text == name }
  }

  /// Without those names that `news` define anew.
  func without(_ news: [Statement]) -> KeptDefinitions {
    let names = Set(news.compactMap(\.content.definedName?.text))
    var kept = self
    kept.statements.removeAll { statement in
      statement.content.definedName.map { names.contains($0.text) } ?? false
    }
    return kept
  }

  /// With `news`, each in the place of what had its name.
  func replacing(_ news: [Statement]) -> KeptDefinitions {
    var kept = self
    for statement in news {
      guard let name = statement.content.definedName?.text else { continue }
      let place = kept.statements.firstIndex { $0.content.definedName?.text == name }
      if let place {
        kept.statements[place] = statement
      } else {
        kept.statements.append(statement)
      }
    }
    return kept
  }
}
