/// Events in the order of their times; equal times in the order of their kinds and places.
struct EventQueue {
  struct Event {
    /// Seconds.
    let time: Double
    let kind: Kind
    /// The zone or the slot.
    let place: Int
    /// Which order of the slot: an event of an earlier one is void.
    let order: Int

    enum Kind: Int { case zone, slot, start }

    func precedes(_ other: Event) -> Bool {
      if time != other.time { return time < other.time }
      if kind != other.kind { return kind.rawValue < other.kind.rawValue }
      return place < other.place
    }
  }

  private var heap: [Event] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func add(_ event: Event) {
    heap.append(event)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// The first event; nil when there is none.
  mutating func next() -> Event? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return first }
    heap[0] = last
    sink()
    return first
  }

  private mutating func sink() {
    var parent = 0
    while true {
      let left = 2 * parent + 1
      guard left < heap.count else { return }
      var child = left
      if left + 1 < heap.count, heap[left + 1].precedes(heap[left]) { child = left + 1 }
      guard heap[child].precedes(heap[parent]) else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }
}
