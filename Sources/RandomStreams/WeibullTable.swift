/// The quantile function of a Weibull law of scale 1 as a table: what a stream needs to draw many
/// values of one law in half of the time.
///
/// With u the open uniform of a word and t the smaller of u and 1 - u, every binade of t from 2^-13 to
/// 1/2 is cut into 16 strips of equal width, once for t = u and once for t = 1 - u. A strip has the
/// polynomial of degree 7 that agrees with the law at the strip's Chebyshev nodes: (-log u)^(1/shape)
/// is analytic but for 0 and 1, 33 half-widths or more away from the middle of a strip, so that the
/// error falls by a factor of about 66 a degree (Trefethen, Approximation Theory and Approximation
/// Practice, 2013, theorem 8.2). What lies beyond the table is worked out as without one.
///
/// Values are within 4e-15 of the exact ones, relatively, and in the order of the words but for 2 ulp.
/// A table takes 24 KiB, about 12 of them in use, and 0.1 ms to make.
public struct WeibullTable: ~Copyable {
  /// The shape of the law, without unit.
  public let shape: Double
  let coefficients: UnsafePointer<Double>

  /// Shapes that tables serve: below, the law is too steep for a polynomial of degree 7.
  public static let shapes = 0.5...1e6

  static let firstExponent = -13
  static let stripBits = 4
  static let stripsOfSide = 12 << stripBits
  /// The kernels read as many coefficients a strip: a line of the cache.
  static let coefficientsOfStrip = 8

  /// The table of a shape in ``shapes``; nil outside.
  public init?(shape: Double) {
    guard Self.shapes.contains(shape) else { return nil }
    self.shape = shape
    let count = 2 * Self.stripsOfSide * Self.coefficientsOfStrip
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
    let start = memory.bindMemory(to: Double.self, capacity: count)
    for strip in 0..<2 * Self.stripsOfSide {
      let values = Self.nodes.map { Self.value(strip: strip, offset: $0, inverseShape: 1 / shape) }
      (start + Self.coefficientsOfStrip * strip).initialize(
        from: Self.interpolation(values), count: Self.coefficientsOfStrip)
    }
    coefficients = UnsafePointer(start)
  }

  deinit { UnsafeMutablePointer(mutating: coefficients).deallocate() }

  /// The value that a stream makes of one random word, bit for bit. Exceeded with probability u. About
  /// 5 ns.
  public func value(ofWord word: UInt64) -> Double {
    let u = Variate.openUniform(word)
    let isUpper = u >= 0.5
    let t = isUpper ? 1 - u : u
    guard t >= 0x1p-13 else { return Variate.weibull(u, inverseShape: 1 / shape) }
    let rest = UInt64(52 - Self.stripBits)
    let base = UInt64(1023 + Self.firstExponent) << UInt64(Self.stripBits)
    let strip = Int(t.bitPattern >> rest &- base) + (isUpper ? Self.stripsOfSide : 0)
    let oneAndMore = Double(bitPattern: t.bitPattern & (1 << rest - 1) | 0x3ff0_0000_0000_0000)
    return polynomial(strip, oneAndMore - (1 + Self.halfWidth))
  }

  /// Even and odd powers apart, as the kernels do.
  private func polynomial(_ strip: Int, _ v: Double) -> Double {
    let c = coefficients + Self.coefficientsOfStrip * strip
    let w = v * v
    let even = c[0] + w * (c[2] + w * (c[4] + w * c[6]))
    let odd = c[1] + w * (c[3] + w * (c[5] + w * c[7]))
    return even + v * odd
  }
}

// The coefficients have one owner and never change.
extension WeibullTable: @unchecked Sendable {}

extension WeibullTable {
  /// Half of the width of a strip, in binades.
  fileprivate static let halfWidth = 0x1p-5

  /// cos((j + 1/2) pi / 8) half-widths from the middle of a strip.
  fileprivate static let nodes = [
    -0.98078528040323044913, -0.83146961230254523708, -0.55557023301960222474,
    -0.19509032201612826785, 0.19509032201612826785, 0.55557023301960222474,
    0.83146961230254523708, 0.98078528040323044913,
  ].map { $0 * halfWidth }

  /// The quantile at an offset from the middle of a strip, in binades.
  fileprivate static func value(strip: Int, offset: Double, inverseShape: Double) -> Double {
    let place = strip % stripsOfSide
    let exponent = UInt64(1023 + firstExponent + place >> stripBits)
    let inBinade = Double(place & (1 << stripBits - 1)) * (2 * halfWidth)
    let t = (1 + inBinade + halfWidth + offset) * Double(bitPattern: exponent << 52)
    let exponential =
      strip < stripsOfSide
      ? -ReproducibleFunctions.log(t) : -ReproducibleFunctions.log(ofComplement: t)
    return ReproducibleFunctions.exp(inverseShape * ReproducibleFunctions.log(exponential))
  }

  /// The coefficients, from the constant term up, of the polynomial with these values at the nodes:
  /// Newton's divided differences, multiplied out from the innermost bracket.
  fileprivate static func interpolation(_ values: [Double]) -> [Double] {
    var differences = values
    for order in nodes.indices.dropFirst() {
      for place in (order..<nodes.count).reversed() {
        differences[place] =
          (differences[place] - differences[place - 1]) / (nodes[place] - nodes[place - order])
      }
    }
    var coefficients = [Double](repeating: 0, count: nodes.count)
    for place in nodes.indices.reversed() {
      for power in nodes.indices.dropFirst().reversed() {
        coefficients[power] = coefficients[power - 1] - nodes[place] * coefficients[power]
      }
      coefficients[0] = differences[place] - nodes[place] * coefficients[0]
    }
    return coefficients
  }
}
