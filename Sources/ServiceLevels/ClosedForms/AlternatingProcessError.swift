import LifeDistributions

/// Why the downtime of an alternating process isn't known exactly.
public enum AlternatingProcessError: Error, Sendable, Hashable, CustomStringConvertible {
  /// A mean up time of 0.
  case mtbf
  /// The law of restorations makes no sense, or its functions aren't in this build.
  case law(LifeDistributionError)
  /// No closed form is known of this.
  case noClosedForm(String)
  /// The sums take too long; says of what.
  case tooCostly(String)
  /// Two grids differ by more than 1e-9; says by how much.
  case imprecise(Double)
  /// Nothing of this meets a promise so probably; says what was looked for.
  case noneSuffices(String)
  /// Everything of this meets a promise so probably; says what was looked for.
  case allSuffice(String)
  /// A probability of 0 or 100 %, which no figure makes more or less than it.
  case chance
  /// The promise is counted by a rule whose law isn't known exactly.
  case rule
  /// The promise ends a window at every instant.
  case rolling
  /// More restorations fit into the time than can be summed over; says how many.
  case tooManyRestorations(Double)
  /// More failures are expected in the window than can be summed over; says how many.
  case tooManyFailures(Double)

  /// One sentence for people, with what could be done.
  public var description: String {
    switch self {
    case .mtbf: "a mean up time is longer than 0"
    case .law(let error): error.description
    case .noClosedForm(let what): "no closed form is known of \(what); simulate it"
    case .tooCostly(let what): "\(what) take too long to sum over; simulate it"
    case .imprecise(let difference):
      "two grids differ by \(difference) and not by 1e-9 at most; simulate it"
    case .noneSuffices(let what): "no \(what) meets the promise so probably; ask for less"
    case .allSuffice(let what): "any \(what) meets the promise so probably; ask for more"
    case .chance: "a probability to be reached is above 0% and below 100%"
    case .rule: "only continuous counting has an exact law; simulate the other rules"
    case .rolling: "only windows one after another have an exact law; leave out that they roll"
    case .tooManyRestorations(let count):
      "\(count) restorations fit into the time, and 10^10 at most can be summed over; simulate it"
    case .tooManyFailures(let count):
      "\(count) failures are expected in a window, and 10^10 at most can be summed over; simulate it"
    }
  }
}
