@testable import TopologyLanguage

/// Wrong texts by subject.
enum RefusalTables {
  static let operators = [
    Refused("a & b | c", .mixedOperators, "a & b | c", fixed: "(a & b) | c"),
    Refused("x = a & b else c", .mixedOperators, "a & b else c", fixed: "x = (a & b) else c"),
    Refused("a or b and c", .mixedOperators, "a or b and c", fixed: "(a | b) & c"),
    Refused("a else b else c", .elseChain, "a else b else c", fixed: "a else (b else c)"),
    Refused(
      "a else b else c else d", .elseChain, "a else b else c else d",
      fixed: "a else (b else (c else d))"),
    Refused(
      "0.5 * a + 0.5 * b & c", .mixedOperators, "0.5 * a + 0.5 * b & c",
      fixed: "(0.5 * a + 0.5 * b) & c"),
    Refused("a && b", .doubledOperator, "&&", fixed: "a & b"),
    Refused("a == b", .doubledOperator, "==", fixed: "a = b"),
    Refused("a b", .missingOperator, " ", fixed: "a & b"),
    Refused("a esle b", .unknownWord, "esle", fixed: "a else b"),
    Refused("simulate a fr 1y", .unknownWord, "fr", fixed: "simulate a for 1y"),
    Refused("show a usin exact", .unknownWord, "usin", fixed: "show a using exact"),
    Refused("check a meats gold", .unknownWord, "meats", fixed: "check a meets gold"),
    Refused("check a survivs 1 az", .unknownWord, "survivs", fixed: "check a survives 1 az"),
    Refused(
      "shop = 99%\nsla gold: 99% per month\nshop meets gold", .unknownWord, "shop",
      fixed: "shop = 99%\nsla gold: 99% per month\ncheck shop meets gold"),
    Refused(
      "service shop: 1, 99%\nshop for 1y", .unknownWord, "shop",
      fixed: "service shop: 1, 99%\nsimulate shop for 1y"),
    Refused("shop meets gold", .unknownWord, "shop", fixed: "check shop meets gold"),
    Refused("simlate for 1y", .unknownWord, "simlate", fixed: "simulate for 1y"),
    Refused("shop = 99%\nshop adn 99%", .unknownWord, "adn", fixed: "shop = 99%\nshop and 99%"),
    Refused("imporve a", .unknownWord, "imporve", fixed: "improve a"),
    Refused(
      "service s: 1, wants a degrded 80%", .unknownWord, "degrded",
      fixed: "service s: 1, wants a degraded 80%"),
    Refused(
      "sla g: 99% per month, counted hole minutes", .unknownWord, "hole",
      fixed: "sla g: 99% per month, counted whole minutes"),
    Refused("improve posterior(1 of 2)", .expectedName, "posterior"),
    Refused("edit a", .promptWord, "edit"),
    Refused("a AND b", .unknownWord, "AND", fixed: "a and b"),
    Refused("& b", .expectedExpression, "&", fixed: " b"),
    Refused("(a & b", .missingParenthesis, "", fixed: "(a & b)"),
    Refused("a)", .unmatchedParenthesis, ")", fixed: "a"),
    Refused("()", .expectedExpression, ")"),
    Refused("(a, b)", .unexpectedText, ",", fixed: "(a & b)"),
    Refused("2 of (a, mttr 5min)", .misplacedClause, "mttr"),
    Refused("2/3 web", .unexpectedCharacter, "/", fixed: "2 of 3 web"),
    Refused("2 out of 3 web", .unexpectedText, "out of", fixed: "2 of 3 web"),
    Refused("2 3 web", .missingWord, "", fixed: "2 of 3 web"),
    Refused("2 of web", .missingCount, "web", fixed: "2 of 3 web"),
    Refused("2 of 3", .missingCount, ""),
    Refused("0.5 * a + b", .mixedWeights, "b", fixed: "0.5 * a + 0.5 * b"),
    Refused("a * 0.5", .mixedWeights, "a * 0.5", fixed: "0.5 * a"),
    Refused("0.5 * a & b", .mixedWeights, "0.5 * a & b"),
    Refused("a - b", .unexpectedCharacter, "-"),
  ]

  static let numbers = [
    Refused("99.95", .missingPercent, "99.95", fixed: "99.95%"),
    Refused("0.9995 & a", .missingPercent, "0.9995", fixed: "99.95% & a"),
    Refused("99,95%", .decimalComma, "99,95", fixed: "99.95%"),
    Refused("99,999%", .decimalComma, "99,999", fixed: "99.999%"),
    Refused("demand d: 12,000 rps", .groupingComma, "12,000", fixed: "demand d: 12_000 rps"),
    Refused(
      "demand d: 1,200,000 rps", .groupingComma, "1,200,000", fixed: "demand d: 1_200_000 rps"),
    Refused("3.5 nines", .fractionalNines, "3.5 nines", fixed: "99.95%"),
    Refused("2.3 nines", .fractionalNines, "2.3 nines", fixed: "99.499%"),
    Refused("400 nines", .numberTooLarge, "400 nines", fixed: "300 nines"),
    Refused("101%", .notAPercentage, "101%", fixed: "100%"),
    Refused("1e400%", .notAPercentage, "1e400%", fixed: "100%"),
    Refused("-5%", .negativeNumber, "-", fixed: "5%"),
    Refused("service s: mttr -5min", .negativeNumber, "-", fixed: "service s: mttr 5min"),
    Refused("2.5 of 3 web", .fractionalCount, "2.5", fixed: "2 of 3 web"),
    Refused("99999999999999999999 of 3 web", .numberTooLarge, "99999999999999999999"),
    Refused("service s: mttr 1e400h", .numberTooLarge, "1e400"),
    Refused("service s: mttr 1e308y", .numberTooLarge, "1e308y"),
    Refused("service s: drain 1e9999", .numberTooLarge, "1e9999"),
    Refused(".5 * a", .malformedNumber, ".5", fixed: "0.5 * a"),
    Refused("99.%", .malformedNumber, "99.", fixed: "99%"),
    Refused("99.9.5%", .malformedNumber, "99.9.5", fixed: "99.95%"),
    Refused("nan%", .missingOperator, "").withoutOperator,
  ]

  static let dimensions = [
    Refused("service s: mtbf 5m", .ambiguousUnit, "5m", fixed: "service s: mtbf 5min"),
    Refused("service s: mtbf 99%", .expectedDuration, "99%"),
    Refused("service s: mtbf 5 nines", .expectedDuration, "5 nines"),
    Refused("service s: mttr 5", .missingUnit, "5", fixed: "service s: mttr 5min"),
    Refused("service s: mtbf 20 to 45d", .missingUnit, "20", fixed: "service s: mtbf 20d to 45d"),
    Refused("service s: mttr 30 dys", .unknownUnit, "dys", fixed: "service s: mttr 30 days"),
    Refused("service s: mttr 30H", .unknownUnit, "H", fixed: "service s: mttr 30h"),
    Refused("service s: mttr 5µs", .unknownUnit, "µs", fixed: "service s: mttr 5us"),
    Refused("service s: mttr 30min 1h", .unitOrder, "30min 1h", fixed: "service s: mttr 1h 30min"),
    Refused("service s: success 98", .missingPercent, "98", fixed: "service s: success 98%"),
    Refused("service s: success 0.98", .missingPercent, "0.98", fixed: "service s: success 98%"),
    Refused("service s: success 30d", .expectedPercentage, "30d"),
    Refused("service s: 99.5 percent", .missingPercent, "percent", fixed: "service s: 99.5 %"),
    Refused("5 nine", .missingPercent, "nine", fixed: "5 nines"),
    Refused("service s: 2 of 3, 99.5", .missingPercent, "99.5", fixed: "service s: 2 of 3, 99.5%"),
    Refused("service s: 2 of 3, 99", .missingPercent, "99", fixed: "service s: 2 of 3, 99%"),
    Refused("service s: 30d", .expectedClause, "30d", fixed: "service s: mtbf 30d"),
    Refused("service s: capacity 5", .missingUnit, "5", fixed: "service s: capacity 5 rps"),
    Refused("service s: capacity 12k", .missingUnit, "12k", fixed: "service s: capacity 12k rps"),
    Refused("service s: capacity 5krps", .unknownUnit, "krps", fixed: "service s: capacity 5k rps"),
    Refused(
      "service s: capacity 500/s", .missingUnit, "500/s", fixed: "service s: capacity 500 rps"),
    Refused("service s: capacity 30d", .expectedRate, "30d"),
    Refused("queue q: drain 125%", .expectedNumber, "125%", fixed: "queue q: drain 1.25"),
    Refused("service s: need 75%", .expectedCount, "75%"),
    Refused("level 80", .missingPercent, "80", fixed: "level 80%"),
  ]

  static let words = [
    Refused("load = 99%", .reservedWord, "load", fixed: "\"load\" = 99%"),
    Refused("service share: 2 of 3", .reservedWord, "share", fixed: "service \"share\": 2 of 3"),
    Refused("a & system", .reservedWord, "system", fixed: "a & \"system\""),
    Refused("service s: mtfb 30d", .unknownClause, "mtfb", fixed: "service s: mtbf 30d"),
    Refused("service s: MTTR 5min", .unknownClause, "MTTR", fixed: "service s: mttr 5min"),
    Refused("service s: roling", .unknownClause, "roling", fixed: "service s: rolling"),
    Refused("servce s: 2 of 3", .unknownWord, "servce", fixed: "service s: 2 of 3"),
    Refused("chek s meets gold", .unknownWord, "chek", fixed: "check s meets gold"),
    Refused("cluster s: 2 of 3", .unknownWord, "cluster", fixed: "service s: 2 of 3"),
    Refused("s: 2 of 3", .missingKind, "s", fixed: "service s: 2 of 3"),
    Refused("a = 99%, b", .unknownClause, "b"),
    Refused(
      "service s: mttr lognorml(1h, 2)", .unknownWord, "lognorml",
      fixed: "service s: mttr lognormal(1h, 2)"),
    Refused(
      "service s: mttr gamma(1h, sigma 2)", .lawParameters, "sigma",
      fixed: "service s: mttr gamma(1h, shape 2)"),
    Refused(
      "service s: mttr lognormal(1h)", .lawParameters, "",
      fixed: "service s: mttr lognormal(1h, sigma 1)"),
    Refused("service s: mttr lognormal 1h", .lawParameters, "1h"),
    Refused("law x = exponential(1h", .missingParenthesis, "", fixed: "law x = exponential(1h)"),
    Refused("law x: fixed(1h)", .unexpectedText, ":", fixed: "law x = fixed(1h)"),
    Refused("demand x 5 rps", .missingColon, "", fixed: "demand x: 5 rps"),
  ]

  static let declarations = [
    Refused("service s 2 of 3", .missingColon, "", fixed: "service s: 2 of 3"),
    Refused("service s = 2 of 3, 99%", .missingColon, "=", fixed: "service s : 2 of 3, 99%"),
    Refused("system s: a & b", .unexpectedText, ":", fixed: "system s = a & b"),
    Refused("service s: { 2 of 3 }", .unexpectedText, ":", fixed: "service s { 2 of 3 }"),
    Refused("service s: 2 of 3 mtbf 30d", .missingComma, "", fixed: "service s: 2 of 3, mtbf 30d"),
    Refused("a = 99% mttr 5min", .missingComma, "", fixed: "a = 99%, mttr 5min"),
    Refused(
      "service s { 2 of 3; mtbf 3d }", .unexpectedText, ";",
      fixed: "service s { 2 of 3, mtbf 3d }"),
    Refused("service s { 2 of 3", .missingBrace, "", fixed: "service s { 2 of 3\n}"),
    Refused("}", .unmatchedBrace, "}", fixed: ""),
    Refused(
      "service s: 2 of 3,\nstore t: 2", .unexpectedText, ",", fixed: "service s: 2 of 3\nstore t: 2"
    ),
    Refused("service s: 2 of 3,;", .expectedClause, ",", fixed: "service s: 2 of 3;"),
    Refused("service s: mtbf = 30d", .unexpectedText, "=", fixed: "service s: mtbf  30d"),
    Refused("service s: needs a, b", .unexpectedText, ",", fixed: "service s: needs a & b"),
    Refused("service s: needs a | b", .unexpectedText, "|", fixed: "service s: needs a & b"),
    Refused(
      "service s: breaker x 10s retries 3s", .missingWord, "",
      fixed: "service s: breaker x trips 10s retries 3s"),
    Refused(
      "service s: breaker x trps 10s retries 3s", .unknownWord, "trps",
      fixed: "service s: breaker x trips 10s retries 3s"),
    Refused("service s: standby hott", .unknownWord, "hott", fixed: "service s: standby hot"),
    Refused(
      "sla s: counted cells 5min", .missingWord, "", fixed: "sla s: counted cells of 5min"),
    Refused(
      "sla s: excluding x", .missingWord, "", fixed: "sla s: excluding maintenance x"),
    Refused("service: 2 of 3", .expectedName, ":"),
    Refused("mttr 5min", .misplacedClause, "mttr"),
  ]

  static let questions = [
    Refused("check s 99%", .missingWord, "", fixed: "check s 99% per year"),
    Refused("check s 99% per moth", .expectedWindow, "moth", fixed: "check s 99% per month"),
    Refused("check s 99% per mo", .expectedWindow, "mo", fixed: "check s 99% per month"),
    Refused("check s", .expectedPercentage, ""),
    Refused("explain s using exat", .unknownWord, "exat", fixed: "explain s using exact"),
    Refused(
      "simulate s for 1y, seeds 4", .unknownWord, "seeds", fixed: "simulate s for 1y, seed 4"),
    Refused(
      "find n 1..20 where cost of s < 5", .missingWord, "",
      fixed: "find n in 1..20 where cost of s < 5"),
    Refused(
      "find n in 1..20 where cost of s => 5", .unexpectedText, "=>",
      fixed: "find n in 1..20 where cost of s >= 5"),
    Refused("with db.mttr = 2h: s", .unexpectedText, "=", fixed: "with db.mttr  2h: s"),
    Refused(
      "plot s over db.mttr = 1h..2h", .unexpectedText, "=", fixed: "plot s over db.mttr  1h..2h"),
    Refused("with db.mttr 10min show s", .missingColon, "", fixed: "with db.mttr 10min: show s"),
    Refused("fit repairs.csv", .expectedText, "repairs.csv", fixed: "fit \"repairs.csv\""),
    Refused("show load", .reservedWord, "load", fixed: "show \"load\""),
  ]

  static let characters = [
    Refused("a & ‘b’", .unexpectedCharacter, "‘b’", fixed: "a & \"b\""),
    Refused("a & 'b'", .unexpectedCharacter, "'b'", fixed: "a & \"b\""),
    Refused("[a & b]", .unexpectedCharacter, "[a & b]", fixed: "(a & b)"),
    Refused("a\u{A0}& b", .unexpectedCharacter, "\u{A0}", fixed: "a & b"),
    Refused("a & b // c", .unexpectedCharacter, "//", fixed: "a & b # c"),
    Refused("\"a & b", .unclosedQuote, "\"a", fixed: "\"a\" & b"),
    Refused("\"\" = 99%", .emptyName, "\"\""),
    Refused("a ! b", .unexpectedCharacter, "!"),
    Refused("a & €5", .unexpectedCharacter, "€", fixed: "a & 5"),
  ]
}

extension Refused {
  /// `nan` is a name, so that the sign behind it is what is wrong.
  var withoutOperator: Refused { Refused(text, .unexpectedText, "%") }
}
