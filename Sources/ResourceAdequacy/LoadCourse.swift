import Quantities

/// The loads of a profile as a simulated history meets them.
struct LoadCourse: Sendable {
  /// The smallest capacity that meets each load, in steps.
  let levels: [Int]
  /// Each load in steps.
  let amounts: [Double]
  /// The level that is always enough.
  let largest: Int
  /// How long a load lasts, in hours.
  let stepHours: Double
  /// The loads of one history.
  let count: Int
  let repeats: Bool

  /// A history is the profile where that is about a year or doesn't repeat, else 365 days of it.
  ///
  /// Throws ``ResourceAdequacyError/demandWithoutTime`` and what ``LoadPlaces`` does.
  init(
    _ profile: DemandProfile, unit: String, step: CapacityFleet.Step
  ) throws(ResourceAdequacyError) {
    guard case .series(let length, let repeats) = profile.shape, let whole = profile.length else {
      throw .demandWithoutTime
    }
    let places = try LoadPlaces(profile.loads, unit: profile.unit, step: step, of: unit)
    levels = (0..<profile.count).map { places[$0].level }
    amounts = (0..<profile.count).map { Double(places[$0].whole) + places[$0].rest }
    largest = levels.max() ?? 0
    stepHours = length.converted(to: .hour)
    self.repeats = repeats
    let isYear = (364...366).contains(whole.converted(to: .day))
    let inYear = (8_760 / stepHours).rounded()
    count = isYear || !repeats ? profile.count : max(1, Int(min(inYear, 1e7)))
  }

  /// The length of a history, in hours.
  var hours: Double { Double(count) * stepHours }

  /// The place in the profile of a load of the history.
  func place(_ number: Int) -> Int { number % levels.count }

  /// The level of the load before a history: 0 for none.
  var levelBefore: Int { repeats ? levels[levels.count - 1] : 0 }
}
