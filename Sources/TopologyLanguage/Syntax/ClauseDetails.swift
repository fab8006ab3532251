/// A demand: a flow, or the name of one declared elsewhere.
public enum DemandSyntax: Sendable, Hashable {
  /// `12k rps`
  case rate(RateSyntax)
  /// The name of a demand.
  case name(Identifier)
}

/// How spares wait for their turn.
public enum StandbySyntax: Sendable, Hashable {
  /// They don't age.
  case cold
  /// They age at a fraction of the usual speed: `warm 30%`.
  case warm(PercentSyntax)
  /// They age like the others.
  case hot
}

/// `breaker fraud trips 10s retries 30s fallback 90%`
public struct BreakerSyntax: Sendable, Hashable {
  /// What is called.
  public let callee: Identifier
  /// How long an outage lasts before the breaker opens.
  public let trips: TimeSyntax
  /// The spacing of the probes.
  public let retries: TimeSyntax
  /// The level while it is open.
  public let fallback: PercentSyntax?

  /// The breaker around `callee`.
  public init(
    callee: Identifier, trips: TimeSyntax, retries: TimeSyntax, fallback: PercentSyntax?
  ) {
    self.callee = callee
    self.trips = trips
    self.retries = retries
    self.fallback = fallback
  }
}

/// `canary 5% 30min catches 80%`
public struct CanarySyntax: Sendable, Hashable {
  /// The share of users that see the change first.
  public let share: PercentSyntax
  /// How long.
  public let length: TimeSyntax
  /// The probability that a bad change is caught.
  public let catches: PercentSyntax

  /// The canary of `share` for `length`.
  public init(share: PercentSyntax, length: TimeSyntax, catches: PercentSyntax) {
    self.share = share
    self.length = length
    self.catches = catches
  }
}

/// How a contract counts downtime.
public enum CountingRuleSyntax: Sendable, Hashable {
  /// Every instant.
  case continuous
  /// Minutes that are down from edge to edge.
  case wholeMinutes
  /// Runs of at least that length: `runs of 5min`.
  case runs(DurationSyntax)
  /// Cells of a grid that are down from edge to edge: `cells of 5min`.
  case cells(DurationSyntax)
  /// The mean error rate.
  case averageErrors
  /// Minutes with more errors than that: `errors above 5%`.
  case errorsAbove(PercentSyntax)
}

/// One step of a credit ladder: `10% below 99.9%`.
public struct CreditStep: Sendable, Hashable {
  /// The share of the bill that is paid back.
  public let credit: PercentSyntax
  /// The availability below which it is.
  public let below: PercentSyntax

  /// The step of `credit` below `below`.
  public init(credit: PercentSyntax, below: PercentSyntax) {
    self.credit = credit
    self.below = below
  }
}
