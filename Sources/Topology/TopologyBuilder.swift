/// A statement of a topology written in Swift.
public protocol TopologyStatement: Sendable {
  /// Adds what the statement defines. Throws ``TopologyError``.
  func add(to draft: inout TopologyDraft) throws(TopologyError)
}

/// Definitions and failure domains that are not yet checked.
public struct TopologyDraft: Sendable {
  /// The definitions, in order.
  public var definitions: [Definition] = []
  /// The families of failure domains, in order.
  public var families: [DomainFamily] = []
}

/// Gathers the statements of a topology.
@resultBuilder
public enum TopologyBuilder {
  /// One statement.
  public static func buildExpression(_ statement: any TopologyStatement) -> [any TopologyStatement]
  {
    [statement]
  }
  /// Statements one after another.
  public static func buildBlock(_ parts: [any TopologyStatement]...) -> [any TopologyStatement] {
    parts.flatMap(\.self)
  }
  /// Statements of a loop.
  public static func buildArray(_ parts: [[any TopologyStatement]]) -> [any TopologyStatement] {
    parts.flatMap(\.self)
  }
  /// Statements of an `if` without `else`.
  public static func buildOptional(_ part: [any TopologyStatement]?) -> [any TopologyStatement] {
    part ?? []
  }
  /// Statements of an `if`.
  public static func buildEither(first part: [any TopologyStatement]) -> [any TopologyStatement] {
    part
  }
  /// Statements of an `else`.
  public static func buildEither(second part: [any TopologyStatement]) -> [any TopologyStatement] {
    part
  }
}

extension Topology {
  /// A topology from statements; checks everything once. Throws ``TopologyError``.
  public init(
    @TopologyBuilder _ statements: () -> [any TopologyStatement]
  ) throws(TopologyError) {
    var draft = TopologyDraft()
    for statement in statements() { try statement.add(to: &draft) }
    try self.init(definitions: draft.definitions, families: draft.families)
  }
}
