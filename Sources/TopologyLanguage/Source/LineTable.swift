/// Where the lines of a text begin, to find the line of a byte in few steps.
struct LineTable {
  private let starts: [Int]

  /// Reads `source` once.
  init(_ source: SourceText) {
    var starts = [0]
    for (place, byte) in source.bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(place + 1)
    }
    self.starts = starts
  }

  /// The number of the line that holds a byte, from 1. Cost: the logarithm of the lines.
  func number(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
