/// Ranges of one array of bytes, each kept once: finds rows that were there before, and makes one
/// text of all equal cells. Hashed with the process's random seed, so that no input can be built to
/// collide; the answers don't depend on it.
struct ByteRangeTable {
  private var entries: [(range: Range<Int>, hash: UInt64)] = []
  /// A power of two of them, at most half in use.
  private var slots: [Slot]

  /// A part of the hash beside the index, so that most probes need not look at the entry, which is
  /// far away in memory.
  private struct Slot {
    /// One more than the entry's index, 0 for an empty slot.
    var next: UInt32 = 0
    var tag: UInt32 = 0
  }

  /// An empty table with room for that many ranges; it grows when there are more.
  init(room: Int = 32) {
    let count = 1 << (Int.bitWidth - max(room, 32).leadingZeroBitCount + 1)
    slots = [Slot](repeating: Slot(), count: count)
    entries.reserveCapacity(room)
  }

  /// The index of the range's bytes, counted in the order of their first coming, and whether they
  /// are new. Amortised cost: one hash of the bytes, and one comparison if they were there. At most
  /// 2^32 - 2 ranges, which the memory for their bytes keeps out of reach.
  mutating func index(of range: Range<Int>, in bytes: [UInt8]) -> (index: Int, isNew: Bool) {
    let hash = Self.hash(of: range, in: bytes)
    let tag = UInt32(truncatingIfNeeded: hash >> 32)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place].next > 0 {
      let index = Int(slots[place].next) - 1
      if slots[place].tag == tag, Self.areEqual(entries[index].range, range, in: bytes) {
        return (index, false)
      }
      place = (place + 1) & (slots.count - 1)
    }
    entries.append((range, hash))
    slots[place] = Slot(next: UInt32(entries.count), tag: tag)
    if entries.count * 2 > slots.count { grow() }
    return (entries.count - 1, true)
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      var place = Int(truncatingIfNeeded: entry.hash) & (slots.count - 1)
      while slots[place].next > 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = Slot(
        next: UInt32(index + 1), tag: UInt32(truncatingIfNeeded: entry.hash >> 32))
    }
  }

  private static func hash(of range: Range<Int>, in bytes: [UInt8]) -> UInt64 {
    var hasher = Hasher()
    bytes.withUnsafeBytes { hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: $0[range])) }
    return UInt64(truncatingIfNeeded: hasher.finalize())
  }

  private static func areEqual(_ left: Range<Int>, _ right: Range<Int>, in bytes: [UInt8]) -> Bool {
    left.count == right.count && bytes[left].elementsEqual(bytes[right])
  }
}
