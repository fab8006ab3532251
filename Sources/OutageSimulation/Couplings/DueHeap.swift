/// Numbered things, each due at a time of its own, the earliest first and the lower number first where
/// two are due together: a binary heap that knows where each thing stands.
///
/// Adding, removing and moving one thing costs O(log n); nothing is allocated after the start.
struct DueHeap: Sendable {
  private var heap: [Int32] = []
  private var times: [Int64]
  /// For each thing its place in the heap, -1 for none.
  private var places: [Int32]

  /// Room for the things 0 to `count` - 1, none of them in it.
  init(_ count: Int) {
    times = [Int64](repeating: 0, count: count)
    places = [Int32](repeating: -1, count: count)
    heap.reserveCapacity(count)
  }

  var count: Int { heap.count }

  /// What is due first, and when.
  var first: (time: Int64, number: Int)? {
    guard let number = heap.first else { return nil }
    return (times[Int(number)], Int(number))
  }

  func contains(_ number: Int) -> Bool { places[number] >= 0 }

  /// When a thing that is in the heap is due.
  func time(of number: Int) -> Int64 { times[number] }

  /// Adds a thing, or gives one that is there a new time.
  mutating func set(_ number: Int, due time: Int64) {
    times[number] = time
    if places[number] < 0 {
      places[number] = Int32(heap.count)
      heap.append(Int32(number))
    }
    settle(Int(places[number]))
  }

  /// Removes a thing that is there.
  mutating func remove(_ number: Int) {
    let gap = Int(places[number])
    places[number] = -1
    let last = heap.removeLast()
    guard Int(last) != number else { return }
    heap[gap] = last
    places[Int(last)] = Int32(gap)
    settle(gap)
  }

  mutating func removeAll() {
    for number in heap { places[Int(number)] = -1 }
    heap.removeAll(keepingCapacity: true)
  }

  /// Makes everything due earlier by as much.
  mutating func advance(by time: Int64) {
    for number in heap { times[Int(number)] -= time }
  }

  private func isBefore(_ left: Int32, _ right: Int32) -> Bool {
    let (first, second) = (times[Int(left)], times[Int(right)])
    return first != second ? first < second : left < right
  }

  /// Moves what stands at a place up or down to where it belongs.
  private mutating func settle(_ start: Int) {
    let moved = heap[start]
    var place = start
    while place > 0, isBefore(moved, heap[(place - 1) / 2]) {
      put(heap[(place - 1) / 2], at: place)
      place = (place - 1) / 2
    }
    while let child = firstChild(of: place), isBefore(heap[child], moved) {
      put(heap[child], at: place)
      place = child
    }
    put(moved, at: place)
  }

  private func firstChild(of place: Int) -> Int? {
    let child = 2 * place + 1
    guard child < heap.count else { return nil }
    return child + 1 < heap.count && isBefore(heap[child + 1], heap[child]) ? child + 1 : child
  }

  private mutating func put(_ number: Int32, at place: Int) {
    heap[place] = number
    places[Int(number)] = Int32(place)
  }
}
