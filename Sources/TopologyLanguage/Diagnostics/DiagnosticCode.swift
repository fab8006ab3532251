/// The sorts of mistakes in a text. The raw values are stable: programs may rely on them.
public enum DiagnosticCode: String, Sendable, Hashable, CaseIterable {
  // The text itself.
  case invalidEncoding = "invalid-encoding"
  case textTooLong = "text-too-long"
  case unexpectedCharacter = "unexpected-character"
  case unclosedQuote = "unclosed-quote"
  case emptyName = "empty-name"

  // Numbers.
  case malformedNumber = "malformed-number"
  case decimalComma = "decimal-comma"
  case groupingComma = "grouping-comma"
  case negativeNumber = "negative-number"
  case numberTooLarge = "number-too-large"
  case fractionalCount = "fractional-count"
  case fractionalNines = "fractional-nines"

  // Units and dimensions.
  case ambiguousUnit = "ambiguous-unit"
  case unknownUnit = "unknown-unit"
  case missingUnit = "missing-unit"
  case missingPercent = "missing-percent"
  case notAPercentage = "not-a-percentage"
  case unitOrder = "unit-order"
  case expectedDuration = "expected-duration"
  case expectedPercentage = "expected-percentage"
  case expectedRate = "expected-rate"
  case expectedNumber = "expected-number"
  case expectedCount = "expected-count"
  case expectedWindow = "expected-window"
  case expectedValue = "expected-value"
  case expectedText = "expected-text"

  // Words.
  case reservedWord = "reserved-word"
  case unknownClause = "unknown-clause"
  case unknownWord = "unknown-word"
  case missingWord = "missing-word"
  case missingKind = "missing-kind"
  case expectedName = "expected-name"
  case expectedClause = "expected-clause"
  case misplacedClause = "misplaced-clause"
  case lawParameters = "law-parameters"

  // Structure.
  case expectedExpression = "expected-expression"
  case mixedOperators = "mixed-operators"
  case elseChain = "else-chain"
  case doubledOperator = "doubled-operator"
  case missingOperator = "missing-operator"
  case missingCount = "missing-count"
  case mixedWeights = "mixed-weights"
  case missingComma = "missing-comma"
  case missingColon = "missing-colon"
  case missingParenthesis = "missing-parenthesis"
  case unmatchedParenthesis = "unmatched-parenthesis"
  case missingBrace = "missing-brace"
  case unmatchedBrace = "unmatched-brace"
  case unexpectedText = "unexpected-text"
  case tooDeep = "too-deep"
}
