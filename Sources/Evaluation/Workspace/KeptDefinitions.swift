import Nines

/// The definitions that a workspace keeps: each name stands for one thing, the one told last.
package struct KeptDefinitions: Sendable, Hashable {
  /// In the order in which the names came.
  package private(set) var statements: [Statement] = []
  /// The place of each name among them.
  private var places: [String: Int] = [:]

  /// Nothing yet.
  package init() {}

  /// The definitions in canonical form, as a file would have them.
  package var text: String { Formatter.format(Program(statements: statements)) }

  /// The names, in the same order.
  package var names: [String] { statements.compactMap(\.name) }

  /// The definition of a name.
  package subscript(name name: String) -> Statement? { places[name].map { statements[$0] } }

  /// Without those names that `news` define anew.
  func without(_ news: [Statement]) -> KeptDefinitions { without(Set(news.compactMap(\.name))) }

  /// Without some names.
  func without(_ names: Set<String>) -> KeptDefinitions {
    guard !names.isEmpty else { return self }
    var rest = KeptDefinitions()
    for statement in statements {
      guard let name = statement.name, !names.contains(name) else { continue }
      rest.put(statement, name)
    }
    return rest
  }

  /// The statement that holds a byte of ``text``.
  func statement(at offset: Int) -> Statement? {
    var end = 0
    return statements.first { statement in
      end += Formatter.format(statement).reduce(0) { $0 + $1.utf8.count + 1 }
      return offset < end
    }
  }

  /// With `news` that aren't there yet.
  func adding(_ news: [Statement]) -> KeptDefinitions {
    replacing(news.filter { $0.name.map { places[$0] == nil } ?? false })
  }

  /// With `news`, each in the place of what had its name.
  func replacing(_ news: [Statement]) -> KeptDefinitions {
    var kept = self
    for statement in news {
      guard let name = statement.name else { continue }
      kept.put(statement, name)
    }
    return kept
  }

  private mutating func put(_ statement: Statement, _ name: String) {
    if let place = places[name] {
      statements[place] = statement
    } else {
      places[name] = statements.count
      statements.append(statement)
    }
  }

  /// The definitions that differ and had another meaning before, as they were and as they are, names
  /// included.
  static func changes(from before: KeptDefinitions, to after: KeptDefinitions) -> [ValueChange] {
    after.statements.compactMap { statement -> ValueChange? in
      guard let old = statement.name.flatMap({ before[name: $0] }), old != statement else {
        return nil
      }
      return ValueChange(path: "", before: old.line, after: statement.line)
    }
  }
}

extension Statement {
  /// The name that it defines.
  var name: String? { content.definedName?.text }

  /// The definition in one line, without its comments.
  fileprivate var line: String {
    Formatter.format(Statement(content)).map { line in String(line.drop { $0 == " " }) }
      .joined(separator: " ")
  }
}
