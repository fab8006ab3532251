extension Topology {
  /// The defined name or domain most like `name`, at most two typing errors away; nil without one.
  public func nearestName(to name: String) -> String? {
    let candidates = definitions.lazy.map(\.name) + domains.lazy.map(\.name)
    var best: (name: String, distance: Int)?
    for candidate in candidates.prefix(2_000) where candidate != name {
      let distance = editDistance(name, candidate, limit: best?.distance ?? 3)
      if distance < (best?.distance ?? 3), distance < name.count { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of insertions, deletions, substitutions and swaps of neighbours between two words
  /// (optimal string alignment); `limit` when it is that or more.
  private func editDistance(_ left: String, _ right: String, limit: Int) -> Int {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) < limit, left.count < 64 else { return limit }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        let substituted = last[j] + (letter == other ? 0 : 1)
        var distance = min(substituted, last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      beforeLast = last
      last = row
    }
    return min(last[right.count], limit)
  }
}
