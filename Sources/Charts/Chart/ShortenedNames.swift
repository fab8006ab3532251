/// Names that are too long for their place, shortened in the middle: ends tell them apart more often than
/// what lies before. Those that would read alike are cut elsewhere.
struct ShortenedNames {
  /// What stands for what is left out.
  private let sign: String
  private let fits: (String) -> Bool

  /// Shortens to what `fits`, which holds for all that is shorter than something that fits.
  init(sign: String = "…", fits: @escaping (String) -> Bool) {
    self.sign = sign
    self.fits = fits
  }

  /// A name whose first part is `share` of what is left of it.
  func shortened(_ name: String, share: Double = 0.5) -> String {
    guard !fits(name) else { return name }
    let letters = Array(name)
    // Longer names than this fit nowhere.
    for count in stride(from: min(letters.count - 1, 400), through: 1, by: -1) {
      let first = Int((Double(count) * share).rounded(.down))
      let text = String(letters.prefix(first)) + sign + String(letters.suffix(count - first))
      if fits(text) { return text }
    }
    return fits(sign) ? sign : ""
  }

  /// The names in their order; names that differ read differently, by a number where all else fails.
  func shortened(_ names: [String]) -> [String] {
    var shown = names.map { shortened($0) }
    for share in [0.3, 0.7, 0.15, 0.85, 0, 1] {
      for alike in Self.alike(names, shown) {
        let tries = alike.map { shortened(names[$0], share: share) }
        guard Set(tries).count == Set(alike.map { names[$0] }).count else { continue }
        for (place, text) in zip(alike, tries) where !shown.contains(text) { shown[place] = text }
      }
    }
    return numbered(names, shown)
  }

  private func numbered(_ names: [String], _ shown: [String]) -> [String] {
    var shown = shown
    for alike in Self.alike(names, shown) {
      for (number, place) in alike.enumerated() {
        let end = " #\(number + 1)"
        let room = ShortenedNames(sign: sign) { [fits] in fits($0 + end) }
        shown[place] = room.shortened(names[place]) + end
      }
    }
    return shown
  }

  /// Where names that differ read alike, in groups.
  private static func alike(_ names: [String], _ shown: [String]) -> [[Int]] {
    let groups = Dictionary(grouping: shown.indices) { shown[$0] }.values
    return groups.filter { group in Set(group.map { names[$0] }).count > 1 }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }
}
