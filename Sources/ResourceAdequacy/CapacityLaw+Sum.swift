/// Sums of independent capacities.
extension CapacityLaw {
  /// The number of multiplications, about, that adding a law takes.
  func costOfAdding(_ other: CapacityLaw) -> Int {
    let finest = greatestCommonDivisor(stride, other.stride)
    let own = (count - 1) * (stride / finest) + 1
    let (product, overflows) = own.multipliedReportingOverflow(by: other.count)
    return overflows ? .max : product
  }

  /// The law of the sum with an independent capacity.
  ///
  /// P(x) = sum over k of P_other(k) P_own(x - k s); the sum falls below x when either part falls
  /// while the other stays, which are positive terms all.
  func adding(_ other: CapacityLaw) -> CapacityLaw {
    if count == 1 { return other }
    if other.count == 1 { return self }
    let finest = greatestCommonDivisor(stride, other.stride)
    let base = refined(to: finest)
    let step = other.stride / finest
    let count = base.count + (other.count - 1) * step
    var sum = CapacityLaw(
      stride: finest, masses: [Double](repeating: 0, count: count),
      falling: [Double](repeating: 0, count: count))
    let windows = base.windows(of: step)
    for place in other.masses.indices {
      let shift = place * step
      Self.accumulate(base.masses, times: other.masses[place], at: shift, into: &sum.masses)
      Self.accumulate(base.falling, times: other.masses[place], at: shift, into: &sum.falling)
      let start = shift - step + 1
      Self.accumulate(windows, times: other.falling[place], at: start, into: &sum.falling)
    }
    sum.fallingErrors = base.errorsOfSum(with: other, step, count)
    return sum
  }

  private func errorsOfSum(with other: CapacityLaw, _ step: Int, _ count: Int) -> [Double] {
    guard !fallingErrors.isEmpty || !other.fallingErrors.isEmpty else { return [] }
    var errors = [Double](repeating: 0, count: count)
    let windows = windows(of: step)
    for place in other.masses.indices {
      let shift = place * step
      if !fallingErrors.isEmpty {
        Self.accumulate(fallingErrors, times: other.masses[place], at: shift, into: &errors)
      }
      if !other.fallingErrors.isEmpty {
        let weight = other.fallingErrors[place]
        Self.accumulate(windows, times: weight, at: shift - step + 1, into: &errors)
      }
    }
    return errors
  }

  /// Sums of `length` neighbouring masses, ending at each level and beyond the last: the chance that
  /// a fall of the other part by one stride takes the sum over a given edge. Sums of sums, so that
  /// nothing is subtracted.
  private func windows(of length: Int) -> [Double] {
    guard length > 1 else { return masses }
    var power = masses
    var width = 1
    var result: [Double] = []
    var covered = 0
    var rest = length
    while true {
      if rest & 1 == 1 {
        result = covered == 0 ? power : Self.joined(result, power, shift: covered)
        covered += width
      }
      rest >>= 1
      guard rest > 0 else { return result }
      power = Self.joined(power, power, shift: width)
      width *= 2
    }
  }

  private static func joined(_ first: [Double], _ second: [Double], shift: Int) -> [Double] {
    var sum = [Double](repeating: 0, count: max(first.count, second.count + shift))
    accumulate(first, times: 1, at: 0, into: &sum)
    accumulate(second, times: 1, at: shift, into: &sum)
    return sum
  }

  private static func accumulate(
    _ terms: [Double], times factor: Double, at shift: Int, into sums: inout [Double]
  ) {
    guard factor != 0 else { return }
    terms.withUnsafeBufferPointer { terms in
      sums.withUnsafeMutableBufferPointer { sums in
        for place in terms.indices { sums[shift + place] += factor * terms[place] }
      }
    }
  }
}
