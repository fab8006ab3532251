#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A symmetric tridiagonal matrix, taken apart into its spectral measure at the first coordinate.
struct TridiagonalMatrix {
  /// An eigenvalue and the square of its normed eigenvector's first entry; the weights sum to 1.
  struct Atom {
    let value: Double
    let weight: Double
  }

  private var diagonal: [Double]
  /// One entry for each row; the last is 0.
  private var offDiagonal: [Double]
  /// The first entries of the eigenvectors.
  private var first: [Double]

  /// A matrix of at least one row; `offDiagonal` has one entry less than `diagonal`.
  init(diagonal: [Double], offDiagonal: [Double]) {
    self.diagonal = diagonal
    self.offDiagonal = offDiagonal + [0]
    first = diagonal.indices.map { $0 == 0 ? 1 : 0 }
  }

  /// The spectral measure by implicit QL steps (Dubrulle, Martin and Wilkinson 1968, procedure
  /// imtql2, kept to the first row of the vectors as by Golub and Welsch 1969). Values are good to a
  /// few 2^-53 of the largest, first entries likewise of 1. Cost: some 2 steps a row, each as long
  /// as the matrix. Nil when 50 steps don't settle a row, which only entries that are no numbers
  /// bring about.
  func spectralMeasure() -> [Atom]? {
    var matrix = self
    for row in diagonal.indices {
      guard matrix.settle(row) else { return nil }
    }
    return zip(matrix.diagonal, matrix.first).map { Atom(value: $0, weight: $1 * $1) }
  }

  private mutating func settle(_ row: Int) -> Bool {
    for _ in 0..<50 {
      let end = endOfBlock(from: row)
      if end == row { return true }
      step(row, end)
    }
    return false
  }

  /// The last row that `row` is still coupled to.
  private func endOfBlock(from row: Int) -> Int {
    var end = row
    while end + 1 < diagonal.count {
      let size = abs(diagonal[end]) + abs(diagonal[end + 1])
      if abs(offDiagonal[end]) <= size * 0x1p-54 { break }
      end += 1
    }
    return end
  }

  /// Wilkinson's shift, from the two rows at the top of the block.
  private func shift(_ row: Int) -> Double {
    let half = (diagonal[row + 1] - diagonal[row]) / (2 * offDiagonal[row])
    let root = (half * half + 1).squareRoot()
    return diagonal[row] - offDiagonal[row] / (half < 0 ? half - root : half + root)
  }

  /// One chase of the bulge from the bottom of the block to its top, by plane rotations.
  private mutating func step(_ row: Int, _ end: Int) {
    var (sine, cosine, moved) = (1.0, 1.0, 0.0)
    var pivot = diagonal[end] - shift(row)
    for place in stride(from: end - 1, through: row, by: -1) {
      let (bulge, side) = (sine * offDiagonal[place], cosine * offDiagonal[place])
      let length = hypot(bulge, pivot)
      offDiagonal[place + 1] = length
      if length == 0 {
        diagonal[place + 1] -= moved
        offDiagonal[end] = 0
        return
      }
      (sine, cosine) = (bulge / length, pivot / length)
      let rest = diagonal[place + 1] - moved
      let turn = (diagonal[place] - rest) * sine + 2 * cosine * side
      moved = sine * turn
      diagonal[place + 1] = rest + moved
      pivot = cosine * turn - side
      rotate(place, sine, cosine)
    }
    diagonal[row] -= moved
    offDiagonal[row] = pivot
    offDiagonal[end] = 0
  }

  private mutating func rotate(_ place: Int, _ sine: Double, _ cosine: Double) {
    let (upper, lower) = (first[place], first[place + 1])
    first[place + 1] = sine * upper + cosine * lower
    first[place] = cosine * upper - sine * lower
  }
}
