import InputUncertainty
import Quantities

extension PropagatedUncertainty {
  /// All figures; no number where there is none.
  var numbers: [Double] {
    [unavailability, availability, outageFrequency, meanOutage, lessThanFull, levelLost]
      .flatMap { interval in
        [interval?.low, interval?.median, interval?.high].flatMap {
          [$0?.value ?? .nan, $0?.low ?? .nan, $0?.high ?? .nan]
        }
      }
  }

  /// The largest relative difference of any figure; infinite where only one has it.
  func difference(from other: PropagatedUncertainty) -> Double {
    zip(numbers, other.numbers).map { first, second in
      if first.isNaN || second.isNaN { return first.isNaN == second.isNaN ? 0 : .infinity }
      return first == second ? 0 : abs(first / second - 1)
    }.max() ?? 0
  }
}
