import Quantities

/// How long all restorations of a window last together, next to a limit.
protocol RestorationTotal {
  /// P(the sum of as many restorations as there are failures is at most the limit), and the opposite.
  func fromUp() throws(AlternatingProcessError) -> Probability

  /// The same behind the rest of a restoration that is met in steady state.
  func fromDown() throws(AlternatingProcessError) -> Probability
}

/// By the sum of each number of restorations.
struct CountedTotal: RestorationTotal {
  let failures: PoissonLaw
  let sums: any RestorationSums
  /// Seconds.
  let limit: Double

  func fromUp() throws(AlternatingProcessError) -> Probability {
    try mixed { count throws(AlternatingProcessError) in
      count == 0 ? .certain : try sums.sum(of: count, atMost: limit)
    }
  }

  func fromDown() throws(AlternatingProcessError) -> Probability {
    try mixed { count throws(AlternatingProcessError) in
      try sums.rest(and: count, atMost: limit)
    }
  }

  /// The mean over the number of failures.
  private func mixed(
    _ tails: (Int) throws(AlternatingProcessError) -> Probability
  ) throws(AlternatingProcessError) -> Probability {
    var mixture = ProbabilityMixture()
    for (place, chance) in failures.chances.enumerated() {
      mixture.add(try tails(failures.first + place), weight: chance)
    }
    return mixture.probability
  }
}
