/// Ranges of one array of bytes, each kept once: finds rows that were there before, and makes one
/// text of all equal cells. Hashed with the process's random seed, so that no input can be built to
/// collide; the answers don't depend on it.
struct ByteRangeTable {
  private var entries: [(range: Range<Int>, hash: Int)] = []
  /// One more than the entry's index, 0 for an empty slot; a power of two of them.
  private var slots = [Int](repeating: 0, count: 64)

  /// The index of the range's bytes, counted in the order of their first coming, and whether they
  /// are new. Amortised cost: one hash of the bytes, and one comparison if they were there.
  mutating func index(of range: Range<Int>, in bytes: [UInt8]) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(of: range, in: bytes)
    var slot = hash & (slots.count - 1)
    while slots[slot] > 0 {
      let index = slots[slot] - 1
      if entries[index].hash == hash, Self.areEqual(entries[index].range, range, in: bytes) {
        return (index, false)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append((range, hash))
    slots[slot] = entries.count
    if entries.count * 2 > slots.count { grow() }
    return (entries.count - 1, true)
  }

  private mutating func grow() {
    slots = [Int](repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var slot = entry.hash & (slots.count - 1)
      while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = index + 1
    }
  }

  private static func hash(of range: Range<Int>, in bytes: [UInt8]) -> Int {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return hasher.finalize()
  }

  private static func areEqual(_ left: Range<Int>, _ right: Range<Int>, in bytes: [UInt8]) -> Bool {
    left.count == right.count && bytes[left].elementsEqual(bytes[right])
  }
}
