/// Values of one law, one at a time: a stream with up to 128 values drawn ahead.
///
/// ``next()`` is a load, a comparison and an increment where it is called; every 128 values one call
/// refills the block. The first refills after a start are shorter (16, 32, 64 values), so that a
/// stream of which little is used costs little; the values don't depend on that. Weibull values come
/// from a ``WeibullTable`` where there is one for the shape.
public struct VariateBuffer: ~Copyable {
  /// The law of the values.
  public let variate: Variate
  private var stream: RandomStream
  private let table: WeibullTable?
  private let start: UnsafeMutablePointer<Double>
  private var length = BlockLength.first
  @usableFromInline var cursor: UnsafeMutablePointer<Double>
  @usableFromInline var end: UnsafeMutablePointer<Double>

  /// A buffer on the stream of a key, with nothing drawn yet. A `level` above ``VectorLevel/best``
  /// is lowered to it. Throws ``RandomStreamError/outOfRange(parameter:value:valid:)`` when the law's
  /// parameter is not in its range. Allocates 1 KiB, and a table for a Weibull law.
  public init(
    _ variate: Variate, seed: UInt64, block: UInt64, purpose: UInt64, level: VectorLevel = .best
  ) throws(RandomStreamError) {
    try variate.validate()
    self.variate = variate
    stream = RandomStream(seed: seed, block: block, purpose: purpose, level: level)
    table = Self.table(variate)
    start = UnsafeMutablePointer.allocate(capacity: BlockLength.longest)
    cursor = start
    end = start
  }

  private static func table(_ variate: Variate) -> WeibullTable? {
    guard case .weibull(let shape) = variate else { return nil }
    return WeibullTable(shape: shape)
  }

  deinit { start.deallocate() }

  /// Drops what was drawn ahead and goes on with the stream of another key. No allocation; 40 to
  /// 110 ns.
  public mutating func restart(seed: UInt64, block: UInt64, purpose: UInt64) {
    stream.restart(seed: seed, block: block, purpose: purpose)
    length = BlockLength.first
    cursor = end
  }

  /// The next value.
  @inlinable
  @inline(__always)
  public mutating func next() -> Double {
    if cursor == end { refill() }
    let value = cursor.pointee
    cursor += 1
    return value
  }

  /// The values that come next, as many as are drawn ahead and at least one. They stay where they are
  /// until the next call.
  @inlinable
  @inline(__always)
  public mutating func ahead() -> UnsafeBufferPointer<Double> {
    if cursor == end { refill() }
    return UnsafeBufferPointer(start: cursor, count: end - cursor)
  }

  /// Drops some of the values that are drawn ahead, at most all of them.
  @inlinable
  @inline(__always)
  public mutating func drop(_ count: Int) { cursor += count }

  @usableFromInline
  @inline(never)
  mutating func refill() {
    fill(UnsafeMutableBufferPointer(start: start, count: length))
    cursor = start
    end = start + length
    length = BlockLength.following(length)
  }

  private mutating func fill(_ values: UnsafeMutableBufferPointer<Double>) {
    switch table {
    case .some(let table): stream.fill(values, with: table)
    case .none: stream.fill(values, with: variate)
    }
  }
}

// The block has one owner and nobody else sees its address.
extension VariateBuffer: @unchecked Sendable {}
