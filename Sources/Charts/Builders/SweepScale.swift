#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How the values of a swept input are spread along an axis: so that their distances are most alike.
enum SweepScale: CaseIterable {
  /// By the values.
  case linear
  /// By their logarithms.
  case logarithmic
  /// By the logarithms of what they lack to 1.
  case nines

  /// The first scale, in the order above, whose distances are about as even as those of any.
  init(_ values: [Double]) {
    let scales = Self.allCases.map { (scale: $0, unevenness: $0.unevenness(of: values)) }
    let least = scales.map(\.unevenness).min() ?? 1
    self = scales.first { $0.unevenness <= 1.5 * least }?.scale ?? .linear
  }

  /// Where a value stands on the axis; on a logarithmic one the axis takes the logarithm itself.
  func place(of value: Double) -> Double {
    self == .nines ? -log10(1 - value) : value
  }

  /// The longest distance by the shortest; infinite where a value has no place.
  private func unevenness(of values: [Double]) -> Double {
    let places = Set(values.map { self == .logarithmic ? log10($0) : place(of: $0) }).sorted()
    guard values.allSatisfy({ self != .nines || $0 >= 0 }), places.allSatisfy(\.isFinite) else {
      return .infinity
    }
    let distances = zip(places, places.dropFirst()).map { $1 - $0 }
    guard let longest = distances.max(), let shortest = distances.min() else { return 1 }
    return longest / shortest
  }
}
