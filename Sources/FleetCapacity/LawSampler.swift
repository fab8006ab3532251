import LifeDistributions
import RandomStreams
import Topology

/// Draws lengths of one law in seconds, 64 at a time from a stream of its own.
///
/// Scales come from the module's own elementary functions, so that a seed gives the same histories
/// on every machine.
struct LawSampler: Sendable {
  private enum Form {
    case scaled
    case uniform(width: Double)
    case mixture(second: Double, share: Double)
    case fixed
    case observed([Double])
  }

  private let form: Form
  private let variate: Variate
  private let scale: Double
  private var stream: RandomStream
  private var values: [Double]
  private var place: Int

  private static let block = 64

  /// Throws ``FleetError/sampling(_:)`` when the law's parameters are beyond what can be drawn.
  init(_ law: Law) throws(FleetError) {
    (form, variate, scale) = Self.parts(of: law)
    do throws(RandomStreamError) {
      try variate.validate()
    } catch {
      throw .sampling(error.description)
    }
    stream = RandomStream(seed: 0, block: 0, purpose: 0)
    values = [Double](repeating: 0, count: Self.block)
    place = Self.block
  }

  private static func parts(of law: Law) -> (Form, Variate, Double) {
    let mean = law.mean.seconds
    switch law {
    case .exponential: return (.scaled, .exponential, mean)
    case .weibull(_, let shape):
      let scale = mean / ReproducibleFunctions.gammaFunction(1 + 1 / shape)
      return (.scaled, .weibull(shape: shape), scale)
    case .lognormal(_, let sigma):
      let scale = mean * ReproducibleFunctions.exp(-sigma * sigma / 2)
      return (.scaled, .lognormal(sigma: sigma), scale)
    case .gamma(_, let shape): return (.scaled, .gamma(shape: shape), mean / shape)
    case .erlang(_, let phases):
      return (.scaled, .gamma(shape: Double(phases)), mean / Double(phases))
    case .hyperexponential(_, let variation): return mixture(mean, variation)
    case .uniform(let from, let to):
      return (.uniform(width: to.seconds - from.seconds), .uniform, from.seconds)
    case .fixed: return (.fixed, .uniform, mean)
    case .empirical(let observed):
      return (.observed(observed.lives.map(\.seconds)), .uniform, mean)
    }
  }

  /// Two exponential branches with balanced means, p1 m1 = p2 m2 (Morse 1958).
  private static func mixture(_ mean: Double, _ variation: Double) -> (Form, Variate, Double) {
    let square = variation * variation
    let share = (1 + ((square - 1) / (square + 1)).squareRoot()) / 2
    return (
      .mixture(second: mean / (2 * (1 - share)), share: share), .uniform, mean / (2 * share)
    )
  }

  /// Becomes the stream of another key.
  mutating func restart(seed: UInt64, block: UInt64, purpose: UInt64) {
    stream.restart(seed: seed, block: block, purpose: purpose)
    place = Self.block
  }

  /// The next length.
  mutating func next() -> Double {
    switch form {
    case .scaled: return scale * draw()
    case .uniform(let width): return scale + width * draw()
    case .mixture(let second, let share):
      let mean = draw() < share ? scale : second
      return -mean * ReproducibleFunctions.log(draw())
    case .fixed: return scale
    case .observed(let lives):
      return lives[min(Int(draw() * Double(lives.count)), lives.count - 1)]
    }
  }

  private mutating func draw() -> Double {
    if place == values.count {
      values.withUnsafeMutableBufferPointer { stream.fill($0, with: variate) }
      place = 0
    }
    place += 1
    return values[place - 1]
  }
}
