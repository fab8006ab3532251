import Assessment
import Quantities
import Reports

/// The availabilities beside the points of a sweep: short, and no two neighbours alike that differ.
enum SweepLabels {
  /// The most digits of a label.
  private static let mostDigits = 8

  /// A label for each answer, in order.
  static func labels(_ answers: [AvailabilityAnswer]) -> [String] {
    answers.indices.map { place in
      let answer = answers[place]
      if let estimates = answer.estimates {
        return HumanFigures.percent(share: estimates.availability)
      }
      let beside = [place - 1, place + 1].filter(answers.indices.contains)
        .map { answers[$0].availability }
        .filter { areApart($0, answer.availability) }
      let fewest = (0...mostDigits).first { more in
        let label = text(answer.availability, more)
        return beside.allSatisfy { text($0, more) != label }
      }
      return text(answer.availability, fewest ?? 0)
    }
  }

  /// True for two that a label can tell apart.
  private static func areApart(_ first: Probability, _ second: Probability) -> Bool {
    let distance = abs(first.complement - second.complement)
    return distance > 1e-8 * min(first.complement, second.complement)
  }

  /// With two digits of what is missing to 100 % and so many more; below 90 % with three of what is there,
  /// beyond eight nines in nines.
  private static func text(_ availability: Probability, _ more: Int) -> String {
    if availability.complement > 0.1 {
      return HumanFigures.number(availability.value * 100, digits: 3 + more) + "%"
    }
    if availability.complement > 0, availability.complement < 1e-8 {
      return more == 0
        ? HumanFigures.nines(availability)
        : HumanFigures.number(availability.nines, digits: 4 + more) + " nines"
    }
    guard let lost = try? DecimalNumber(shortest: availability.complement),
      let rounded = lost.rounded(toSignificantDigits: 2 + more).complement
    else { return HumanFigures.percent(availability) }
    return rounded.scaled(byPowerOfTen: 2).description + "%"
  }
}
