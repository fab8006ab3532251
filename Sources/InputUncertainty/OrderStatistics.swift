/// Values by their rank, found by partitioning (Hoare 1961) rather than by sorting everything.
enum OrderStatistics {
  /// The values of the given ascending ranks from 0, none of them no number. Cost: a few passes.
  static func values(at ranks: [Int], of values: [Double]) -> [Double] {
    var values = values
    values.withUnsafeMutableBufferPointer { values in
      place(ranks[...], in: values, values.startIndex, values.endIndex)
    }
    return ranks.map { values[$0] }
  }

  /// Brings what belongs at the ranks there, within a range that holds them.
  private static func place(
    _ ranks: ArraySlice<Int>, in values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int
  ) {
    guard !ranks.isEmpty else { return }
    guard high - low > 32 else {
      values[low..<high].sort()
      return
    }
    let middle = partition(values, low, high)
    let split = ranks.firstIndex { $0 >= middle } ?? ranks.endIndex
    place(ranks[..<split], in: values, low, middle)
    place(ranks[split...], in: values, middle, high)
  }

  /// Puts values up to a pivot before those from it on; returns where these begin, inside the range.
  private static func partition(
    _ values: UnsafeMutableBufferPointer<Double>, _ low: Int, _ high: Int
  ) -> Int {
    let middle = low + (high - low) / 2
    let (first, second, third) = (values[low], values[middle], values[high - 1])
    let pivot = max(min(first, second), min(max(first, second), third))
    var left = low
    var right = high - 1
    while true {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left >= right { return max(left, low + 1) }
      values.swapAt(left, right)
      left += 1
      right -= 1
    }
  }
}
