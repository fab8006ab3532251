#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A number with its first and second derivative by the shape.
struct ShapeJet {
  let value: Double
  let first: Double
  let second: Double

  var negated: ShapeJet { ShapeJet(value: -value, first: -first, second: -second) }

  var reciprocal: ShapeJet {
    let inverse = 1 / value
    let slope = -first * inverse * inverse
    return ShapeJet(
      value: inverse, first: slope, second: -(second * inverse + 2 * first * slope) * inverse)
  }

  /// Of a value above 0.
  var logarithm: ShapeJet {
    let relative = first / value
    return ShapeJet(
      value: log(value), first: relative, second: second / value - relative * relative)
  }

  /// A factor that no longer changes a product, nor its derivatives.
  var isOne: Bool { abs(value - 1) <= .ulpOfOne && abs(first) <= 1e-15 && abs(second) <= 1e-14 }

  static func + (left: ShapeJet, right: ShapeJet) -> ShapeJet {
    ShapeJet(
      value: left.value + right.value, first: left.first + right.first,
      second: left.second + right.second)
  }

  static func * (left: ShapeJet, right: ShapeJet) -> ShapeJet {
    ShapeJet(
      value: left.value * right.value,
      first: left.first * right.value + left.value * right.first,
      second: left.second * right.value + 2 * left.first * right.first
        + left.value * right.second)
  }
}
