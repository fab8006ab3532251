extension Program {
  /// The program with values changed for good, as `with` changes them for one question, and what
  /// stood there before.
  ///
  /// Comments stay. Whether the changed program means anything, ``Checker`` says. Throws a
  /// ``Diagnostic`` at a path that leads nowhere or a value of another sort.
  public func changing(
    _ overrides: [Override]
  ) throws(Diagnostic) -> (program: Program, changes: [ValueChange]) {
    var overriding = Overriding(self)
    for override in overrides { try overriding.apply(override) }
    return (
      Program(statements: overriding.statements, trailing: trailing), overriding.changes
    )
  }
}
