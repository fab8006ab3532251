/// Restorations to come, the earliest first: a binary heap.
struct RestorationQueue {
  struct Restoration {
    var end: Int64
    var component: Int32
  }

  private var heap: [Restoration] = []

  var first: Restoration? { heap.first }

  /// The components that wait, in no order; one may stand twice.
  var components: some Sequence<Int32> { heap.lazy.map(\.component) }

  mutating func insert(_ restoration: Restoration) {
    var place = heap.count
    heap.append(restoration)
    while place > 0 {
      let parent = (place - 1) / 2
      guard restoration.end < heap[parent].end else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = restoration
  }

  /// Removes the earliest, of which there must be one.
  mutating func removeFirst() {
    let moved = heap.removeLast()
    guard !heap.isEmpty else { return }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].end < heap[child].end { child += 1 }
      guard heap[child].end < moved.end else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = moved
  }
}
