import RandomStreams
import Topology

/// The standard variates that the laws of a system are drawn from, in the order of their buffers in a
/// pool.
struct LawCatalogue: Sendable {
  private(set) var variates = VariatePool.common
  /// The observed lengths that laws are drawn from.
  private(set) var tables: [LengthTable] = []

  /// A law in the form in which it is drawn from the pool.
  mutating func place(_ law: Law) -> SampledLaw {
    var sampled = SampledLaw(law)
    sampled.buffer = buffer(of: sampled.variate)
    sampled.table = table(of: law)
    return sampled
  }

  /// The place of a law's observed lengths, a new one where they have none; 0 for other laws.
  mutating func table(of law: Law?) -> Int {
    guard case .empirical(let observed)? = law else { return 0 }
    let table = LengthTable(observed, nanoseconds: SampledLaw.nanoseconds)
    if let known = tables.firstIndex(of: table) { return known }
    tables.append(table)
    return tables.count - 1
  }

  /// The length of a placed law that is exceeded with probability `tail`; nil for laws whose inverse has
  /// no closed form.
  func quantile(of law: SampledLaw, tail: Double) -> Double? {
    law.form == .observed ? tables[law.table].length(tail: tail) : law.quantile(tail: tail)
  }

  /// The buffer of a variate, a new one where it has none.
  mutating func buffer(of variate: Variate) -> Int {
    if let known = variates.firstIndex(of: variate) { return known }
    variates.append(variate)
    return variates.count - 1
  }
}
