/// Numbered things, each due at a time of its own, the earliest first and the lower number first where
/// two are due together: a binary heap that knows where each thing stands.
///
/// Adding, removing and moving one thing costs O(log n); nothing is allocated after the start.
struct DueHeap: Sendable {
  private struct Entry {
    var time: Int64
    var number: Int32

    @inline(__always)
    func isBefore(_ other: Entry) -> Bool {
      time != other.time ? time < other.time : number < other.number
    }
  }

  private var heap: [Entry] = []
  /// For each thing its place in the heap, -1 for none.
  private var places: [Int32]

  /// Room for the things 0 to `count` - 1, none of them in it.
  init(_ count: Int) {
    places = [Int32](repeating: -1, count: count)
    heap.reserveCapacity(count)
  }

  var count: Int { heap.count }

  /// What is due first, and when.
  var first: (time: Int64, number: Int)? {
    guard let entry = heap.first else { return nil }
    return (entry.time, Int(entry.number))
  }

  func contains(_ number: Int) -> Bool { places[number] >= 0 }

  /// Adds a thing, or gives one that is there a new time.
  mutating func set(_ number: Int, due time: Int64) {
    let entry = Entry(time: time, number: Int32(number))
    let place = Int(places[number])
    if place < 0 {
      heap.append(entry)
      settle(entry, from: heap.count - 1)
    } else {
      settle(entry, from: place)
    }
  }

  /// Removes a thing that is there; returns when it was due.
  @discardableResult
  mutating func remove(_ number: Int) -> Int64 {
    let gap = Int(places[number])
    let time = heap[gap].time
    places[number] = -1
    let last = heap.removeLast()
    if gap < heap.count { settle(last, from: gap) }
    return time
  }

  mutating func removeAll() {
    for entry in heap { places[Int(entry.number)] = -1 }
    heap.removeAll(keepingCapacity: true)
  }

  /// Makes everything due earlier by as much.
  mutating func advance(by time: Int64) {
    for place in heap.indices { heap[place].time -= time }
  }

  /// Puts an entry where it belongs, given a place that is free.
  private mutating func settle(_ entry: Entry, from free: Int) {
    heap.withUnsafeMutableBufferPointer { heap in
      places.withUnsafeMutableBufferPointer { places in
        var place = free
        while place > 0, entry.isBefore(heap[(place - 1) / 2]) {
          heap[place] = heap[(place - 1) / 2]
          places[Int(heap[place].number)] = Int32(truncatingIfNeeded: place)
          place = (place - 1) / 2
        }
        while true {
          var child = 2 * place + 1
          guard child < heap.count else { break }
          if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
          guard heap[child].isBefore(entry) else { break }
          heap[place] = heap[child]
          places[Int(heap[place].number)] = Int32(truncatingIfNeeded: place)
          place = child
        }
        heap[place] = entry
        places[Int(entry.number)] = Int32(truncatingIfNeeded: place)
      }
    }
  }
}
