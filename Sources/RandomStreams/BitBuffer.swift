/// Random words, one at a time: a stream with up to 128 words drawn ahead. The same device as
/// ``VariateBuffer``, for bits.
public struct BitBuffer: ~Copyable {
  private var stream: RandomStream
  private let start: UnsafeMutablePointer<UInt64>
  private var ahead = BlockLength.first
  @usableFromInline var cursor: UnsafeMutablePointer<UInt64>
  @usableFromInline var end: UnsafeMutablePointer<UInt64>

  /// A buffer on the stream of a key, with nothing drawn yet. A `level` above ``VectorLevel/best``
  /// is lowered to it. Allocates 1 KiB.
  public init(seed: UInt64, block: UInt64, purpose: UInt64, level: VectorLevel = .best) {
    stream = RandomStream(seed: seed, block: block, purpose: purpose, level: level)
    start = UnsafeMutablePointer.allocate(capacity: BlockLength.longest)
    cursor = start
    end = start
  }

  deinit { start.deallocate() }

  /// Drops what was drawn ahead and goes on with the stream of another key. No allocation; 40 to
  /// 110 ns.
  public mutating func restart(seed: UInt64, block: UInt64, purpose: UInt64) {
    stream.restart(seed: seed, block: block, purpose: purpose)
    ahead = BlockLength.first
    cursor = end
  }

  /// The next 64 random bits.
  @inlinable
  @inline(__always)
  public mutating func next() -> UInt64 {
    if cursor == end { refill() }
    let word = cursor.pointee
    cursor += 1
    return word
  }

  @usableFromInline
  @inline(never)
  mutating func refill() {
    stream.fillBits(UnsafeMutableBufferPointer(start: start, count: ahead))
    cursor = start
    end = start + ahead
    ahead = BlockLength.following(ahead)
  }
}

// The block has one owner and nobody else sees its address.
extension BitBuffer: @unchecked Sendable {}
