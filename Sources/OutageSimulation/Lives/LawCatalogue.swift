import RandomStreams
import Topology

/// The standard variates that the laws of a system are drawn from, in the order of their buffers in a
/// pool.
struct LawCatalogue: Sendable {
  private(set) var variates = VariatePool.common

  /// A law in the form in which it is drawn from the pool.
  mutating func place(_ law: Law) -> SampledLaw {
    var sampled = SampledLaw(law)
    sampled.buffer = buffer(of: sampled.variate)
    return sampled
  }

  /// The buffer of a variate, a new one where it has none.
  mutating func buffer(of variate: Variate) -> Int {
    if let known = variates.firstIndex(of: variate) { return known }
    variates.append(variate)
    return variates.count - 1
  }
}
