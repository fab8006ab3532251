/// Why a life distribution, or one of its functions, has no answer.
public enum LifeDistributionError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The parameters don't make a law; the text says which one is wrong.
  case invalidLaw(String)
  /// The function needs the GNU Scientific Library, and this build was made without the trait GSL.
  case needsGSL(function: String)
  /// A function of the GNU Scientific Library failed, or an iteration didn't settle.
  case noConvergence(function: String, arguments: [Double], reason: String)
  /// The law has single lengths of positive probability, so neither density nor hazard.
  case noDensity(law: String)
  /// The quantile of a certain event, where the law has no longest life.
  case unbounded
  /// An argument outside the function's range; the text says what was given and what is allowed.
  case outsideRange(String)
  /// The result is too large for a `Double`; the text says which.
  case tooLarge(String)

  /// One sentence for people, with what to do instead where there is something.
  public var description: String {
    switch self {
    case .invalidLaw(let flaw): "this is not a law of lives: \(flaw)"
    case .needsGSL(let function):
      "\(function) needs the GNU Scientific Library; build with the package trait GSL"
    case .noConvergence(let function, let arguments, let reason):
      "\(function) failed at \(arguments.map { "\($0)" }.joined(separator: ", ")): \(reason)"
    case .noDensity(let law): "\(law) has no density; ask for its distribution function"
    case .unbounded: "this law has no longest life; ask for a quantile below 100 %"
    case .outsideRange(let text): text
    case .tooLarge(let text): "\(text) is larger than 1.8e308"
    }
  }
}
