/// The factors of an M-matrix D - N that is given by its entries off the diagonal, n(i, j) as
/// numbers of 0 or more, and by its row sums, also 0 or more: the diagonal is their total.
///
/// Elimination without a subtraction (Grassmann, Taksar and Heyman 1985; with row sums: Alfa, Xue
/// and Ye 2002, algorithm 1), so that solutions keep their digits however stiff the rates: relative
/// error below about 2 n^2 × 2^-53, whatever the condition of the matrix. Rows are eliminated in
/// order.
struct PositiveElimination: Sendable {
  /// Right of the diagonal the reduced rates n(i, j), left of it the factors.
  private var factors: PositiveMatrix
  private var diagonal: [Double]
  private var size: Int { factors.size }

  /// Factors D - N. What stands on the diagonal of `rates` is ignored. Cost: n^3 / 3 products.
  init(rates: PositiveMatrix, rowSums: [Double]) {
    factors = rates
    diagonal = rowSums
    let size = rates.size
    factors.entries.withUnsafeMutableBufferPointer { entries in
      diagonal.withUnsafeMutableBufferPointer { diagonal in
        for pivot in 0..<size { Self.eliminate(pivot, entries, diagonal, size) }
      }
    }
  }

  private static func eliminate(
    _ pivot: Int, _ entries: UnsafeMutableBufferPointer<Double>,
    _ diagonal: UnsafeMutableBufferPointer<Double>, _ size: Int
  ) {
    let exit = diagonal[pivot]
    let row = pivot * size
    for column in (pivot + 1)..<max(size, pivot + 1) { diagonal[pivot] += entries[row + column] }
    guard pivot + 1 < size else { return }
    let width = size - pivot - 1
    for other in (pivot + 1)..<size where entries[other * size + pivot] != 0 {
      let factor = entries[other * size + pivot] / diagonal[pivot]
      entries[other * size + pivot] = factor
      diagonal[other] += factor * exit
      PositiveMatrix.add(
        factor, UnsafeBufferPointer(entries), row + pivot + 1, to: entries,
        other * size + pivot + 1, width)
    }
  }

  /// The solution X of (D - N) X = right. Cost: n^3 products.
  func solve(_ right: PositiveMatrix) -> PositiveMatrix {
    var result = right
    factors.entries.withUnsafeBufferPointer { factors in
      result.entries.withUnsafeMutableBufferPointer { result in
        for row in 1..<max(size, 1) {
          for column in 0..<row {
            let factor = factors[row * size + column]
            if factor == 0 { continue }
            PositiveMatrix.add(
              factor, UnsafeBufferPointer(result), column * size, to: result, row * size, size)
          }
        }
        for row in stride(from: size - 1, through: 0, by: -1) { substitute(row, factors, result) }
      }
    }
    return result
  }

  private func substitute(
    _ row: Int, _ factors: UnsafeBufferPointer<Double>,
    _ result: UnsafeMutableBufferPointer<Double>
  ) {
    for column in (row + 1)..<max(size, row + 1) {
      let rate = factors[row * size + column]
      if rate == 0 { continue }
      PositiveMatrix.add(
        rate, UnsafeBufferPointer(result), column * size, to: result, row * size, size)
    }
    for place in (row * size)..<((row + 1) * size) { result[place] /= diagonal[row] }
    PositiveMatrix.flush(result, row * size, size)
  }

  /// The solution y of y (D - N) = left, a row. Cost: n^2 products.
  func solve(row left: [Double]) -> [Double] {
    var result = left
    for place in 0..<size {
      result[place] /= diagonal[place]
      for column in (place + 1)..<max(size, place + 1) {
        result[column] += result[place] * factors[place, column]
      }
    }
    for other in stride(from: size - 1, to: 0, by: -1) {
      for place in 0..<other { result[place] += result[other] * factors[other, place] }
    }
    return result
  }

  /// The row y with y (D - N) = 0 where all row sums are 0, up to a factor: the law of a chain,
  /// whose last state is best a likely one.
  var stationaryRow: [Double] {
    var result = [Double](repeating: 0, count: size)
    result[size - 1] = 1
    for other in stride(from: size - 1, to: 0, by: -1) {
      for place in 0..<other { result[place] += result[other] * factors[other, place] }
      if result[other - 1] > Self.large {
        for place in 0..<size { result[place] /= Self.large }
      }
    }
    return result
  }

  private static let large = 1e150
}
