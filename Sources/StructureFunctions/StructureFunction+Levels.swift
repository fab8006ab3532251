import Quantities

extension StructureFunction {
  /// P(the level is exactly the n-th threshold), for ascending thresholds of which each is reached
  /// with the given probability.
  ///
  /// A difference of tails where at most ten bits cancel; otherwise the probability that one
  /// threshold is reached and the next is not, as a sum of positive terms. Throws
  /// ``StructureFunctionError``.
  public func probabilities(
    ofExactly thresholds: [Double], reached: [Probability]
  ) throws(StructureFunctionError) -> [Double] {
    var result: [Double] = []
    for place in thresholds.indices {
      guard place + 1 < thresholds.count else {
        result.append(reached[place].value)
        break
      }
      let (low, high) = (reached[place], reached[place + 1])
      let difference =
        SubtractionGuard.difference(high.complement, low.complement)
        ?? SubtractionGuard.difference(low.value, high.value)
      if let exact = low == high ? 0 : difference {
        result.append(exact)
      } else {
        result.append(try between(thresholds[place], thresholds[place + 1]))
      }
    }
    return result
  }

  private func between(
    _ low: Double, _ high: Double
  ) throws(StructureFunctionError) -> Double {
    var compiler = compiler
    compiler.writesCopiesOut = true
    let roots = [
      try compiler.gate(name, atLeast: low), try compiler.gate(name, atLeast: high),
    ]
    try compiler.closeForms(below: roots)
    let structure = MarkedStructure(compiler, roots: roots, name: name)
    var evaluator = Evaluator(structure)
    return try evaluator.criticality(up: structure.roots[0], down: structure.roots[1])
  }
}
