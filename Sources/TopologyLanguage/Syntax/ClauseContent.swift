/// What a clause says. Each case is named by its word in the language.
public enum ClauseContent: Sendable, Hashable {
  /// `2 of 3`, `n per az`, `3 per region`, `4`: the first number, how many there are, and the domain
  /// over which they are dealt.
  case count(CountSyntax, of: CountSyntax?, per: Identifier?)
  /// `99.95%`, or a promise: `99.95% per month`.
  case availability(PercentSyntax, per: WindowSyntax?)
  /// Mean up time: `mtbf 30d`.
  case mtbf(TimeSyntax)
  /// Mean time to restoration: `mttr 5min`.
  case mttr(TimeSyntax)
  /// Time until a failure is noticed.
  case detect(TimeSyntax)
  /// Time a switch takes.
  case failover(TimeSyntax)
  /// Time of a switch by hand.
  case manual(TimeSyntax)
  /// How much outage a buffer holds.
  case buffer(TimeSyntax)
  /// How long an outage lingers.
  case lag(TimeSyntax)
  /// How much of each outage goes unseen.
  case absorb(TimeSyntax)
  /// How long users stay on the old place.
  case ttl(TimeSyntax)
  /// Probability that a switch works.
  case success(PercentSyntax)
  /// Share of failures that take the whole group.
  case common(PercentSyntax)
  /// Share of the users taken down.
  case share(PercentSyntax)
  /// Exponent of load sharing.
  case sharing(NumberSyntax)
  /// How many must be up.
  case need(CountSyntax)
  /// How many repairs go on at once.
  case crews(CountSyntax)
  /// Domains over which the members are dealt.
  case across(Identifier)
  /// `in eu`: the domain in which it stands.
  case inDomain(Identifier)
  /// Members are maintained one after another.
  case rolling
  /// Flow that one member carries.
  case capacity(RateSyntax)
  /// Flow that must be carried.
  case demand(DemandSyntax)
  /// Speed at which a buffer empties.
  case drain(NumberSyntax)
  /// Cost of one member.
  case cost(NumberSyntax, per: WindowSyntax?)
  /// How spares wait.
  case standby(StandbySyntax)
  /// Hard dependencies: `needs a & b`.
  case needs([Identifier])
  /// Soft dependencies: `wants a degraded 80%`.
  case wants([Identifier], degraded: PercentSyntax?)
  /// A decoupled call: `sends payment via pay-queue`.
  case sends(Identifier, via: Identifier?)
  /// A guarded call.
  case breaker(BreakerSyntax)
  /// Spacing of changes or maintenance.
  case every(TimeSyntax)
  /// Length of a maintenance.
  case lasts(TimeSyntax)
  /// Probability that a change fails.
  case fails(PercentSyntax)
  /// Time to restore after a failed change.
  case restore(TimeSyntax)
  /// A change's trial on a share of the users.
  case canary(CanarySyntax)
  /// How a contract counts downtime.
  case counted(CountingRuleSyntax)
  /// Maintenance doesn't count.
  case excludingMaintenance
  /// What a supplier pays back: `credits 10% below 99.9%, 25% below 99%`.
  case credits([CreditStep])
}
