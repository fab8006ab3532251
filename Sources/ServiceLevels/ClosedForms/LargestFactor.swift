#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The last factor at which something holds that holds for small ones.
enum LargestFactor {
  private static let mostDoublings = 64
  private static let tolerance = 1e-9

  /// What was found.
  enum Answer {
    case factor(Double)
    /// It doesn't even hold at 2^-64.
    case none
    /// It still holds at 2^64.
    case all
  }

  /// Doubles or halves from 1 on until it brackets the end, then halves the bracket. The
  /// factor holds, and one larger by 1e-9 of it doesn't. Cost: some 30 calls, and one a doubling.
  static func search(
    _ holds: (Double) throws(AlternatingProcessError) -> Bool
  ) throws(AlternatingProcessError) -> Answer {
    var (good, bad) = (1.0, 1.0)
    if try holds(1) {
      repeat {
        good = bad
        bad *= 2
        guard bad < exp2(Double(mostDoublings)) else { return .all }
      } while try holds(bad)
    } else {
      repeat {
        bad = good
        good /= 2
        guard good > exp2(-Double(mostDoublings)) else { return .none }
      } while try !holds(good)
    }
    while bad > good * (1 + tolerance) {
      let middle = good + (bad - good) / 2
      if try holds(middle) { good = middle } else { bad = middle }
    }
    return .factor(good)
  }
}
