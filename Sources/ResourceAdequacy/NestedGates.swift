/// Gates of one sum, the ones with the fewest items first, as far as they nest.
struct NestedGates {
  /// Gates that cross another one.
  private(set) var crossing: [Int] = []
  /// The others, inner ones first.
  private(set) var nested: [Int] = []

  init(_ placesOfGates: [Int: [Int]]) {
    let order = placesOfGates.sorted { ($0.value.count, $0.key) < ($1.value.count, $1.key) }
    // For each item the outermost block so far that holds it, and each block's size.
    var block: [Int: Int] = [:]
    var size: [Int: Int] = [:]
    for (gate, places) in order {
      let inner = Set(places.compactMap { block[$0] })
      let held = inner.reduce(0) { $0 + (size[$1] ?? 0) }
      guard held == places.count(where: { block[$0] != nil }) else {
        crossing.append(gate)
        continue
      }
      nested.append(gate)
      for place in places { block[place] = gate }
      size[gate] = places.count
    }
  }
}
