import Quantities

extension DemandProfile {
  /// The profile over so many months of 730 h, each load times (1 + growth)^m in month m, counted
  /// from 0: the first month is the profile as it is.
  ///
  /// The series starts again as often as needed and is cut at the end of the last month; it doesn't
  /// repeat after that. A constant demand becomes one load a month. Loads that have grown are rounded
  /// to 1e-13 of the largest load; those of the first month stay exact.
  /// `growth` is a share, above -1 (0.05 for 5 % a month). Throws ``DemandProfileError``.
  public func growing(
    by growth: Double, perMonthFor months: Int
  ) throws(DemandProfileError) -> DemandProfile {
    guard case .series(let step, _) = shape else { throw .growthWithoutTime }
    guard growth > -1, growth.isFinite else { throw .growth(growth) }
    guard months >= 1 else { throw .months(months) }
    let month = DurationUnit.month.seconds
    let length = count == 1 ? month : step.seconds
    let steps = (Double(months) * month / length).rounded()
    guard steps <= Double(Self.loadLimit) else { throw .tooMany(limit: Self.loadLimit) }
    var factors = [1.0]
    while factors.count <= months { factors.append(factors[factors.count - 1] * (1 + growth)) }
    var grown: [Double] = []
    for place in 0..<Int(max(steps, 1)) {
      let elapsed = (Double(place) * length / month).rounded(.down)
      grown.append(factors[min(Int(elapsed), months)] * Double(loads.values[place % count]))
    }
    let shape = Shape.series(step: try Self.duration(length), repeats: false)
    return DemandProfile(try rounded(grown), unit: unit, shape: shape)
  }

  /// Numbers of the profile's units on a grid of 1e-13 of the largest or finer, and no coarser than
  /// whole units, so that whole ones stay exact. Leaves room for a change of unit.
  private func rounded(_ numbers: [Double]) throws(DemandProfileError) -> WholeAmounts {
    let largest = numbers.max() ?? 0
    guard largest <= Double(WholeAmounts.limit) else { throw .tooLarge }
    var places = 0
    var scale = 1.0
    while places < 15, largest * scale * 10 <= 0x1p47 {
      places += 1
      scale *= 10
    }
    return WholeAmounts(
      values: numbers.map { Int(($0 * scale).rounded()) }, exponent: loads.exponent - places)
  }

  private static func duration(_ seconds: Double) throws(DemandProfileError) -> Duration {
    guard let length = try? Duration(seconds: seconds) else { throw .noStep }
    return length
  }
}
