/// A square matrix of numbers that are 0 or more, by rows.
///
/// Products and sums add positive terms only, so that every entry keeps its digits: relative error
/// below 2 n × 2^-53 a product. Entries below 1e-250 become 0: they are beyond what any figure
/// shows, and numbers that small slow the processor down.
struct PositiveMatrix: Sendable {
  let size: Int
  var entries: [Double]

  init(size: Int) {
    self.size = size
    entries = [Double](repeating: 0, count: size * size)
  }

  init(diagonal: [Double]) {
    self.init(size: diagonal.count)
    for place in 0..<size { self[place, place] = diagonal[place] }
  }

  subscript(row: Int, column: Int) -> Double {
    get { entries[row * size + column] }
    set { entries[row * size + column] = newValue }
  }

  func rowSum(_ row: Int) -> Double {
    var sum = 0.0
    for column in 0..<size { sum += self[row, column] }
    return sum
  }

  static let smallest = 1e-250

  static func * (left: PositiveMatrix, right: PositiveMatrix) -> PositiveMatrix {
    let size = left.size
    var result = PositiveMatrix(size: size)
    right.entries.withUnsafeBufferPointer { right in
      result.entries.withUnsafeMutableBufferPointer { result in
        for row in 0..<size {
          for middle in 0..<size {
            let factor = left.entries[row * size + middle]
            if factor == 0 { continue }
            add(factor, right, middle * size, to: result, row * size, size)
          }
          flush(result, row * size, size)
        }
      }
    }
    return result
  }

  static func + (left: PositiveMatrix, right: PositiveMatrix) -> PositiveMatrix {
    var result = left
    for place in result.entries.indices { result.entries[place] += right.entries[place] }
    return result
  }

  /// Row vector times matrix.
  static func * (row: [Double], matrix: PositiveMatrix) -> [Double] {
    let size = matrix.size
    var result = [Double](repeating: 0, count: size)
    matrix.entries.withUnsafeBufferPointer { entries in
      result.withUnsafeMutableBufferPointer { result in
        for middle in 0..<size where row[middle] != 0 {
          add(row[middle], entries, middle * size, to: result, 0, size)
        }
      }
    }
    return result
  }

  /// target[from...] += factor × source[from...], `count` numbers.
  @inline(__always)
  static func add(
    _ factor: Double, _ source: UnsafeBufferPointer<Double>, _ sourceStart: Int,
    to target: UnsafeMutableBufferPointer<Double>, _ targetStart: Int, _ count: Int
  ) {
    guard let from = source.baseAddress, let into = target.baseAddress else { return }
    let read = from + sourceStart
    let write = into + targetStart
    // Wrapping steps, so that the loop is vectorised.
    var place = 0
    while place < count {
      write[place] += factor * read[place]
      place &+= 1
    }
  }

  @inline(__always)
  static func flush(_ values: UnsafeMutableBufferPointer<Double>, _ start: Int, _ count: Int) {
    for place in start..<(start + count) where values[place] < smallest { values[place] = 0 }
  }
}
