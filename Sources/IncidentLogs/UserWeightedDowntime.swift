/// Adds up downtime weighted by the share of users who are hit. Of several incidents at once the
/// largest share counts: they may hit the same users, so that it is the least that is sure.
struct UserWeightedDowntime {
  /// Intervals that have begun, the largest share first: a binary heap.
  private var heap: [IncidentInterval] = []
  private var total = 0.0

  /// The weighted seconds of intervals sorted by their starts, within a window. Cost: n log n.
  static func seconds(of intervals: ArraySlice<IncidentInterval>, in window: ObservationWindow)
    -> Double
  {
    var sweep = UserWeightedDowntime()
    var now = window.from
    for interval in intervals {
      let start = min(max(interval.start, window.from), window.to)
      sweep.advance(&now, to: start)
      sweep.insert(interval)
    }
    sweep.advance(&now, to: window.to)
    return sweep.total
  }

  /// Adds the time up to an instant, piece by piece as the largest share changes.
  private mutating func advance(_ now: inout Instant, to instant: Instant) {
    while now < instant, let largest = heap.first {
      if largest.end <= now {
        removeFirst()
        continue
      }
      let next = min(largest.end, instant)
      total += Double(next.nanosecondsSince(now)) / 1e9 * largest.share
      now = next
    }
    now = max(now, instant)
  }

  private mutating func insert(_ interval: IncidentInterval) {
    heap.append(interval)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].share < heap[child].share else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func removeFirst() {
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      let (left, right) = (2 * parent + 1, 2 * parent + 2)
      var largest = parent
      if left < heap.count, heap[left].share > heap[largest].share { largest = left }
      if right < heap.count, heap[right].share > heap[largest].share { largest = right }
      if largest == parent { return }
      heap.swapAt(parent, largest)
      parent = largest
    }
  }
}
