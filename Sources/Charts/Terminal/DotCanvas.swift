/// Dots, several to a character: 2 × 4 in braille, 1 × 2 in ASCII.
struct DotCanvas {
  /// Dots from left to right, and from top to bottom.
  let width: Int
  let height: Int
  private let symbols: TextPlotRenderer.Symbols
  private var dots: [Bool]

  init(columns: Int, rows: Int, _ symbols: TextPlotRenderer.Symbols) {
    self.symbols = symbols
    width = columns * Self.across(symbols)
    height = rows * Self.down(symbols)
    dots = [Bool](repeating: false, count: width * height)
  }

  private static func across(_ symbols: TextPlotRenderer.Symbols) -> Int {
    symbols == .unicode ? 2 : 1
  }

  static func down(_ symbols: TextPlotRenderer.Symbols) -> Int {
    symbols == .unicode ? 4 : 2
  }

  /// Sets a dot; nothing outside.
  mutating func set(x: Int, y: Int) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    dots[y * width + x] = true
  }

  /// A line through points given as shares of the width, and of the height from the bottom; of a
  /// dotted one every third column.
  mutating func draw(_ points: [(x: Double, y: Double)], isDotted: Bool = false) {
    let places = points.map { point in
      (x: point.x * Double(width - 1), y: (1 - point.y) * Double(height - 1))
    }
    for (from, to) in zip(places, places.dropFirst()) {
      let steps = max(1, Int(max(abs(to.x - from.x), abs(to.y - from.y)).rounded(.up)))
      for step in 0...steps {
        let share = Double(step) / Double(steps)
        let x = Int((from.x + (to.x - from.x) * share).rounded())
        let y = Int((from.y + (to.y - from.y) * share).rounded())
        if !isDotted || x % 3 == 0 { set(x: x, y: y) }
      }
    }
  }

  /// The character of a cell; nil where there is no dot.
  func character(row: Int, column: Int) -> Character? {
    switch symbols {
    case .unicode: braille(row, column)
    case .ascii: ascii(row, column)
    }
  }

  /// Unicode's braille patterns: bits 0 to 2 and 6 are the left dots from the top, 3 to 5 and 7 the
  /// right ones.
  private func braille(_ row: Int, _ column: Int) -> Character? {
    let bits: [[UInt32]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]
    var pattern: UInt32 = 0
    for (down, pair) in bits.enumerated() {
      for (across, bit) in pair.enumerated()
      where dots[(row * 4 + down) * width + column * 2 + across] {
        pattern |= bit
      }
    }
    guard pattern > 0 else { return nil }
    return UnicodeScalar(0x2800 + pattern).map { Character($0) }
  }

  private func ascii(_ row: Int, _ column: Int) -> Character? {
    switch (dots[row * 2 * width + column], dots[(row * 2 + 1) * width + column]) {
    case (true, true): ":"
    case (true, false): "'"
    case (false, true): "."
    case (false, false): nil
    }
  }
}
