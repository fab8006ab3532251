#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Finds which of independent components are down by jumping from one to the next.
///
/// A component that is down with probability u takes a stretch -ln(1 - u) of a line; points fall on
/// the line at rate 1, and it is down when one falls on its stretch. The gap to the next point is
/// exponential, so that a draw costs one uniform number and one for each component found down.
struct IndependentDowns: Sendable {
  /// Components that are alike, and their stretch of the line.
  private struct Kind: Sendable {
    let first: Int32
    let last: Int32
    let start: Double
    let stretch: Double
  }

  private var kinds: [Kind] = []
  private var length = 0.0
  /// P(a point falls on the line).
  private let anyDown: Double
  private var alwaysDown: [Int32] = []

  init(_ network: ComponentNetwork) {
    var first = 0
    for row in network.rows {
      let components = Int32(first)..<Int32(first + row.members)
      let down = row.component.availability
      if down.value == 0 {
        alwaysDown += components
      } else if down.complement > 0 {
        let stretch = down.complement < 0.5 ? -log1p(-down.complement) : -log(down.value)
        kinds.append(
          Kind(
            first: components.lowerBound, last: components.upperBound - 1, start: length,
            stretch: stretch))
        length += stretch * Double(row.members)
      }
      first += row.members
    }
    anyDown = -expm1(-length)
  }

  /// Adds those that are down and not yet decided.
  func draw(_ draw: inout ConditionalDraw, _ uniform: () -> Double) {
    for component in alwaysDown where !draw.isDecided(component) { draw.down.append(component) }
    var gap = uniform()
    var place = 0.0
    while place > 0 || gap < anyDown {
      place += -log1p(-gap)
      guard place < length else { return }
      let kind = kinds[kind(at: place)]
      let number = Int32((place - kind.start) / kind.stretch)
      let component = min(kind.first + number, kind.last)
      if !draw.isDecided(component) { draw.down.append(component) }
      place = kind.start + Double(component - kind.first + 1) * kind.stretch
      gap = uniform()
    }
  }

  private func kind(at place: Double) -> Int {
    var low = 0
    var high = kinds.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if kinds[middle].start <= place { low = middle } else { high = middle - 1 }
    }
    return low
  }
}
