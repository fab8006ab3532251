import Testing

@testable import TopologyLanguage

@Suite("Beliefs that are refused: code, place and fix")
struct BeliefRefusalTests {
  @Test("ends", arguments: ends)
  func end(refused: Refused) throws { try expectRefusal(refused) }

  static let ends = [
    Refused(
      "a = 99%, mttr 2h to 1h", .valueOutOfRange, "2h to 1h", fixed: "a = 99%, mttr 1h to 2h"),
    Refused(
      "a = 99%, mttr 1h to 60min", .valueOutOfRange, "1h to 60min", fixed: "a = 99%, mttr 1h"),
    Refused("a = 99%, mttr 0s to 1h", .valueOutOfRange, "0s to 1h", fixed: "a = 99%, mttr 1h"),
    Refused("a = 99.9% to 99%", .valueOutOfRange, "99.9% to 99%", fixed: "a = 99% to 99.9%"),
    Refused("a = 99% to 100%", .valueOutOfRange, "99% to 100%", fixed: "a = 99%"),
    Refused("a = 0% to 99%", .valueOutOfRange, "0% to 99%", fixed: "a = 99%"),
    Refused("a = 99% to 99%", .valueOutOfRange, "99% to 99%", fixed: "a = 99%"),
    Refused(
      "a = 99.999999999999999999% to 99.99999999999999999%", .valueOutOfRange,
      "99.999999999999999999% to 99.99999999999999999%",
      fixed: "a = 99.99999999999999999% to 99.999999999999999999%"),
    Refused(
      "service s: 2, 99%, need 1, demand 5 rps, capacity 2 rps to 3 qps", .valueOutOfRange, "3 qps",
      fixed: "service s: 2, 99%, need 1, demand 5 rps, capacity 2 rps to 3 rps"),
    Refused("a = 99%, mttr 20d to 45%", .expectedDuration, "45%"),
    Refused("a = 99%, mttr 20 to 45d", .missingUnit, "20", fixed: "a = 99%, mttr 20d to 45d"),
  ]

  @Test("posteriors", arguments: posteriors)
  func posterior(refused: Refused) throws { try expectRefusal(refused) }

  static let posteriors = [
    Refused(
      "a = posterior(50 of 48)", .valueOutOfRange, "posterior(50 of 48)",
      fixed: "a = posterior(48 of 50)"),
    Refused(
      "a = posterior(0 of 0)", .valueOutOfRange, "posterior(0 of 0)",
      fixed: "a = posterior(0 of 1)"),
    Refused(
      "a = 99%, mtbf posterior(5 in 0s)", .valueOutOfRange, "posterior(5 in 0s)",
      fixed: "a = 99%, mtbf posterior(5 in 1y)"),
    Refused(
      "a = 99%, mtbf posterior(5 of 50)", .expectedDuration, "of 50",
      fixed: "a = 99%, mtbf posterior(5 in 1y)"),
    Refused(
      "a = posterior(48 in 1y)", .expectedPercentage, "in 1y", fixed: "a = posterior(48 of 50)"),
    Refused(
      "a = posterior(4.5 of 50)", .fractionalCount, "4.5", fixed: "a = posterior(4 of 50)"),
    Refused(
      "a = 99%, mtbf posterior(5 in 1y", .missingParenthesis, "",
      fixed: "a = 99%, mtbf posterior(5 in 1y)"),
    Refused("a = 99%, mtbf posterior(5)", .missingWord, ")"),
    Refused("a = 99%, mtbf posterior 5 in 1y", .lawParameters, "5"),
    Refused("posterior = 99%", .reservedWord, "posterior", fixed: "\"posterior\" = 99%"),
  ]

  @Test("choices", arguments: choices)
  func choice(refused: Refused) throws { try expectRefusal(refused) }

  static let choices = [
    Refused(
      "a = 99%\ncheck a 99% to 99.9% per year", .misplacedBelief, "99% to 99.9%",
      fixed: "a = 99%\ncheck a 99% per year"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a for 1y to 2y", .misplacedBelief, "1y to 2y",
      fixed: "a = 99%, mttr 1h\nsimulate a for 1y"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a, within 1s to 2s", .misplacedBelief, "1s to 2s",
      fixed: "a = 99%, mttr 1h\nsimulate a, within 1s"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a, counting below posterior(4 of 5)", .misplacedBelief,
      "posterior(4 of 5)", fixed: "a = 99%, mttr 1h\nsimulate a, counting below 80%"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a, exceeding posterior(5 in 1h)", .misplacedBelief,
      "posterior(5 in 1h)", fixed: "a = 99%, mttr 1h\nsimulate a, exceeding 1h"),
    Refused(
      "a = 99%\nb = 98%\ns = 50% to 60% * a + 50% * b", .misplacedBelief, "50% to 60%",
      fixed: "a = 99%\nb = 98%\ns = 50% * a + 50% * b"),
    Refused(
      "a = 99%\nb = 98%\ns = 0.5 to 0.6 * a + 0.5 * b", .misplacedBelief, "0.5 to 0.6",
      fixed: "a = 99%\nb = 98%\ns = 0.5 * a + 0.5 * b"),
    Refused(
      "a = 99%, mttr erlang(1h, 2 to 3)", .misplacedBelief, "2 to 3",
      fixed: "a = 99%, mttr erlang(1h, 2)"),
    Refused(
      "fit \"log.csv\", flaps 1min to 2min", .misplacedBelief, "1min to 2min",
      fixed: "fit \"log.csv\", flaps 1min"),
    Refused(
      "service s: 2 to 3 of 4, 99%", .misplacedBelief, "2 to 3", fixed: "service s: 2 of 4, 99%"),
    Refused(
      "service s: 4, need 2 to 3, 99%", .misplacedBelief, "2 to 3",
      fixed: "service s: 4, need 2, 99%"),
    Refused(
      "a = 2 to 3 of 4 99%", .misplacedBelief, "2 to 3", fixed: "a = 2 of 4 99%"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a, runs 100 to 200", .misplacedBelief, "100 to 200",
      fixed: "a = 99%, mttr 1h\nsimulate a, runs 100"),
    Refused(
      "a = 99%, mttr 1h\nsimulate a, by 1d to 2d", .misplacedBelief, "1d to 2d",
      fixed: "a = 99%, mttr 1h\nsimulate a, by 1d"),
  ]
}
