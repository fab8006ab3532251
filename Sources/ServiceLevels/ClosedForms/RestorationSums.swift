import LifeDistributions
import Quantities
import Topology

/// Sums of restoration times, whose laws are known in closed form.
protocol RestorationSums {
  /// P(the sum of `count` restorations is at most `length`), 1 or more, and the opposite.
  func sum(of count: Int, atMost length: Double) throws(AlternatingProcessError) -> Probability

  /// The same of `count` restorations, 0 or more, behind the rest of one that is met in steady state.
  func rest(and count: Int, atMost length: Double) throws(AlternatingProcessError) -> Probability
}

/// Exponential restorations: the sum of n is at most x where n events or more fall within x.
struct ExponentialSums: RestorationSums {
  private let events: PoissonLaw

  init(mean: Double, length: Double) { events = PoissonLaw(mean: length / mean) }

  func sum(of count: Int, atMost length: Double) -> Probability {
    let tails = events.tails(from: count)
    return Probability(uncheckedValue: tails.value, complement: tails.complement)
  }

  /// What is left of an exponential time is as long as a new one.
  func rest(and count: Int, atMost length: Double) -> Probability {
    sum(of: count + 1, atMost: length)
  }
}

/// Restorations that always last the same.
struct FixedSums: RestorationSums {
  let length: Double

  /// A sum that is equal but for roundings is within.
  private static let tie = 1e-12

  func sum(of count: Int, atMost limit: Double) -> Probability {
    Double(count) * length <= limit * (1 + Self.tie) ? .certain : .impossible
  }

  /// What is left is uniform.
  func rest(and count: Int, atMost limit: Double) -> Probability {
    let share = (limit - Double(count) * length) / length
    if share <= 0 { return .impossible }
    return share >= 1 ? .certain : Probability(uncheckedValue: share, complement: 1 - share)
  }
}

/// Gamma restorations: their sums are gamma too.
struct GammaSums: RestorationSums {
  let mean: Double
  let shape: Double

  func sum(of count: Int, atMost length: Double) throws(AlternatingProcessError) -> Probability {
    try gamma(shape: Double(count) * shape, atMost: length)
  }

  /// What is left of an Erlang time is Erlang with any number of its phases, all equally probable
  /// (Cox 1962, Renewal Theory, section 5.2).
  func rest(and count: Int, atMost length: Double) throws(AlternatingProcessError) -> Probability {
    guard shape == shape.rounded(), shape < 1e6 else {
      throw .noClosedForm("what is left of a gamma time whose shape is no whole number")
    }
    var mixture = ProbabilityMixture()
    for phases in 1...Int(shape) {
      let whole = Double(count) * shape + Double(phases)
      mixture.add(try gamma(shape: whole, atMost: length), weight: 1 / shape)
    }
    return mixture.probability
  }

  private func gamma(
    shape whole: Double, atMost length: Double
  ) throws(AlternatingProcessError) -> Probability {
    do {
      let law = Law.gamma(mean: try Duration(seconds: mean * whole / shape), shape: whole)
      return try LifeDistribution(law).distribution(at: try Duration(seconds: length))
    } catch let error as LifeDistributionError {
      throw .law(error)
    } catch {
      throw .noClosedForm("a sum too long for a Double")
    }
  }
}
