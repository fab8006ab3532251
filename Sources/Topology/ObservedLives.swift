import Quantities

/// Lives that were seen to end, as a law: each of n lives has the probability 1 / n.
public struct ObservedLives: Sendable, Hashable {
  /// The lives, shortest first; at least one, and the longest above 0.
  public let lives: [Duration]
  /// Their average, above 0. Relative error below n × 2^-53.
  public let mean: Duration

  /// The law of complete observations, in any order. O(n log n). Throws ``ObservedLivesError``.
  public init(_ lives: some Sequence<Duration>) throws(ObservedLivesError) {
    let sorted = lives.sorted()
    guard let longest = sorted.last else { throw .none }
    guard longest > .zero else { throw .allZero }
    guard let mean = Self.mean(of: sorted, longest), mean > .zero else { throw .allZero }
    self.lives = sorted
    self.mean = mean
  }

  /// By shares of the longest life where a sum would leave the range of numbers.
  private static func mean(of lives: [Duration], _ longest: Duration) -> Duration? {
    let count = Double(lives.count)
    let sum = lives.reduce(0) { $0 + $1.seconds }
    if sum.isFinite { return try? Duration(seconds: sum / count) }
    let shares = lives.reduce(0) { $0 + $1.seconds / longest.seconds }
    return try? Duration(seconds: longest.seconds * (shares / count))
  }

  private init(sorted lives: [Duration], mean: Duration) {
    self.lives = lives
    self.mean = mean
  }

  /// The same law with every life multiplied by `factor`, above 0.
  func scaled(by factor: Double) -> ObservedLives {
    func times(_ duration: Duration) -> Duration {
      (try? Duration(seconds: duration.seconds * factor)) ?? duration
    }
    return ObservedLives(sorted: lives.map(times), mean: times(mean))
  }

  /// Few lives stand for all: equal laws have equal ones, and others rarely do.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lives.count)
    hasher.combine(mean)
    hasher.combine(lives.last)
  }
}

extension ObservedLives: CustomStringConvertible {
  /// Their number, range and mean, and a number that tells other lives apart.
  public var description: String {
    let (shortest, longest) = (lives.first?.seconds ?? 0, lives.last?.seconds ?? 0)
    let digest = String(fingerprint, radix: 16)
    return "\(lives.count) lives of \(shortest) to \(longest) s, mean \(mean.seconds) s (\(digest))"
  }

  /// FNV-1a over words (Fowler, Noll and Vo 1991).
  private var fingerprint: UInt64 {
    lives.reduce(0xcbf2_9ce4_8422_2325) {
      let mixed = ($0 ^ $1.seconds.bitPattern) &* 0x100_0000_01b3
      return mixed ^ mixed >> 32
    }
  }
}

/// Why observed lives don't make a law.
public enum ObservedLivesError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no observation.
  case none
  /// None of them is longer than 0.
  case allZero

  /// One sentence for people.
  public var description: String {
    switch self {
    case .none: "observed lives make a law only if there is at least one; add an observation"
    case .allZero: "observed lives make a law only if one is longer than 0; check their unit"
    }
  }
}
