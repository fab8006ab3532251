import RandomStreams

/// The random numbers of one block of replications: a buffer for each standard variate in use.
///
/// Buffer 0 is uniform, buffer 1 exponential, buffer 2 normal; further ones as laws need them.
struct VariatePool: ~Copyable {
  private let buffers: UnsafeMutablePointer<VariateBuffer>
  private let count: Int
  private let tables: [LengthTable]
  var bits: BitBuffer

  static let uniform = 0
  static let exponential = 1
  static let normal = 2
  /// The variates that every pool begins with.
  static let common: [Variate] = [.uniform, .exponential, .normal]

  /// Purposes below this are the buffers'.
  private static let bitsPurpose: UInt64 = 1 << 32

  /// What the laws of a catalogue are drawn from. Throws ``RandomStreamError`` for a variate whose
  /// parameter is out of range.
  init(_ laws: LawCatalogue, level: VectorLevel = .best) throws(RandomStreamError) {
    try self.init(laws.variates, tables: laws.tables, level: level)
  }

  /// Throws ``RandomStreamError`` for a variate whose parameter is out of range.
  init(
    _ variates: [Variate], tables: [LengthTable] = [], level: VectorLevel = .best
  ) throws(RandomStreamError) {
    self.tables = tables
    let buffers = try Self.buffers(variates, level)
    self.buffers = buffers
    count = variates.count
    bits = BitBuffer(seed: 0, block: 0, purpose: Self.bitsPurpose, level: level)
  }

  private static func buffers(
    _ variates: [Variate], _ level: VectorLevel
  ) throws(RandomStreamError) -> UnsafeMutablePointer<VariateBuffer> {
    for variate in variates { try variate.validate() }
    let buffers = UnsafeMutablePointer<VariateBuffer>.allocate(capacity: variates.count)
    for (place, variate) in variates.enumerated() {
      (buffers + place).initialize(
        to: try VariateBuffer(
          variate, seed: 0, block: 0, purpose: UInt64(place), level: level))
    }
    return buffers
  }

  deinit {
    buffers.deinitialize(count: count)
    buffers.deallocate()
  }

  /// 1 / √(9 (n - 1/3)) for small n.
  private static let roots = (0..<512).map {
    1 / (9 * (Double($0) - 1.0 / 3)).magnitude.squareRoot()
  }

  /// Begins the numbers of a block.
  mutating func restart(seed: UInt64, block: UInt64) {
    for place in 0..<count {
      buffers[place].restart(seed: seed, block: block, purpose: UInt64(place))
    }
    bits.restart(seed: seed, block: block, purpose: Self.bitsPurpose)
  }

  @inline(__always)
  mutating func next(_ buffer: Int) -> Double { buffers[buffer].next() }

  /// The values of a buffer that come next, at least one; they stay until it is drawn from.
  @inline(__always)
  mutating func ahead(_ buffer: Int) -> UnsafeBufferPointer<Double> { buffers[buffer].ahead() }

  /// Drops some of the values that are drawn ahead.
  @inline(__always)
  mutating func drop(_ count: Int, from buffer: Int) { buffers[buffer].drop(count) }

  /// One length of time, in nanoseconds.
  @inline(__always)
  mutating func draw(_ law: SampledLaw) -> Double {
    switch law.form {
    case .scaled: return law.scale * next(law.buffer)
    case .power: return law.scale * SampledLaw.power(next(law.buffer), law.second)
    case .mixture:
      let scale = next(Self.uniform) < law.share ? law.scale : law.second
      return scale * next(law.buffer)
    case .uniform: return law.scale + law.second * next(Self.uniform)
    case .squareRoot: return (law.scale + law.second * next(Self.uniform)).squareRoot()
    case .fixed: return law.scale
    case .observed, .observedByLength: return drawObserved(law)
    }
  }

  @inline(never)
  private mutating func drawObserved(_ law: SampledLaw) -> Double {
    let tail = next(Self.uniform)
    return law.form == .observed
      ? tables[law.table].length(tail: tail) : tables[law.table].coveringLength(tail: tail)
  }

  /// One of the lengths of a law that count as slow, in nanoseconds.
  @inline(__always)
  mutating func draw(_ law: SampledLaw, beyond slowness: IsolationScreen.Slowness) -> Double {
    // Exponential lengths forget what has passed.
    if law.isExponential {
      return slowness.bound + law.scale * next(Self.exponential)
    }
    let tail = slowness.tail * next(Self.uniform)
    if law.form == .observed { return tables[law.table].length(tail: tail) }
    return law.quantile(tail: tail) ?? slowness.bound
  }

  /// The sum of `count` standard exponentials, 1 or more: gamma by Marsaglia and Tsang (2000).
  mutating func sumOfExponentials(_ count: Int) -> Double {
    if count == 1 { return next(Self.exponential) }
    let d = Double(count) - 1.0 / 3
    let c = count < Self.roots.count ? Self.roots[count] : 1 / (9 * d).squareRoot()
    while true {
      let x = next(Self.normal)
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      let u = next(Self.uniform)
      let x2 = x * x
      if u < 1 - 0.0331 * x2 * x2 { return d * v }
      if ReproducibleFunctions.log(u) < 0.5 * x2 + d * (1 - v + ReproducibleFunctions.log(v)) {
        return d * v
      }
    }
  }
}

/// Time on the clock of a replication, in whole nanoseconds.
enum Clock {
  /// Longer than any horizon, and short enough that a sum of two still fits 64 bits.
  static let farAway = 4e18

  /// A length of time, 0 or more, in whole nanoseconds; what exceeds every horizon is cut there.
  @inline(__always)
  static func ticks(_ nanoseconds: Double) -> Int64 {
    ReproducibleFunctions.wholePart(nanoseconds < farAway ? nanoseconds : farAway)
  }
}
