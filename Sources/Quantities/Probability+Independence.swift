/// Combinations of independent events. Both tails are sums and products of positive terms, so each
/// keeps its relative precision: error at most n × 2^-52 for n events.
extension Probability {
  /// Both of two independent events: A = A1 A2, U = U1 + A1 U2.
  public func and(_ other: Probability) -> Probability {
    Probability(
      uncheckedValue: value * other.value,
      complement: min(1, complement + value * other.complement))
  }

  /// At least one of two independent events: A = A1 + U1 A2, U = U1 U2.
  public func or(_ other: Probability) -> Probability {
    inverted.and(other.inverted).inverted
  }

  /// All of some independent events; certain for none of them.
  public static func all(_ events: some Sequence<Probability>) -> Probability {
    events.reduce(.certain) { $0.and($1) }
  }

  /// At least one of some independent events; impossible for none of them.
  public static func any(_ events: some Sequence<Probability>) -> Probability {
    events.reduce(.impossible) { $0.or($1) }
  }
}
