import CapacityPlanning
import Topology

/// Looks for what a text says and its writer can hardly mean; ``LintRule`` has the rules.
public struct Linter {
  let source: SourceText
  let program: Program
  /// Nil where the text has no meaning: only what can be seen in the text is told then.
  let checked: CheckedProgram?
  let words: WordTable
  let lines: LineTable

  /// More findings than this are not told: the first ones are to be mended first.
  public static let mostFindings = 1_000

  /// All that is found in a text, in the order of the text; `observations` reads the files that it
  /// names. Where the text is refused, that is among the findings, as an error.
  ///
  /// Cost: the check of the text, and at most ``DomainLinter/mostVisits`` visits of definitions.
  public static func findings(
    of source: SourceText, reading observations: ObservationReader = .unavailable
  ) -> [LintFinding] {
    do throws(Diagnostic) {
      let program = try Parser.parse(source)
      return findings(program, source, observations)
    } catch {
      return [LintFinding(refusal: error)]
    }
  }

  private static func findings(
    _ program: Program, _ source: SourceText, _ observations: ObservationReader
  ) -> [LintFinding] {
    var checked: CheckedProgram?
    var refusal: Diagnostic?
    do throws(Diagnostic) {
      checked = try Checker.check(program, of: source, reading: observations)
    } catch {
      refusal = error
    }
    let linter = Linter(
      source: source, program: program, checked: checked, words: WordTable(source),
      lines: LineTable(source))
    return linter.findings(besides: refusal)
  }

  private func findings(besides refusal: Diagnostic?) -> [LintFinding] {
    let duplicates = duplicateNames
    var found = duplicates + similarNames + unused + promises + figures
    found += domains
    found += checked?.warnings.map(LintFinding.init(warning:)) ?? []
    if let refusal, refusal.code != .duplicateName || duplicates.isEmpty {
      found.append(LintFinding(refusal: refusal))
    }
    let allowances = LintAllowances(self)
    return Self.told(allowances.applied(to: found).sorted { $0.span.offset < $1.span.offset })
  }

  /// The findings, or the first of very many and how many there are besides.
  private static func told(_ findings: [LintFinding]) -> [LintFinding] {
    guard findings.count > mostFindings, let next = findings.dropFirst(mostFindings).first else {
      return findings
    }
    let left = findings.dropFirst(mostFindings)
    let errors = left.filter { $0.severity == .error }
    let rest = LintFinding(
      rule: next.rule, severity: errors.isEmpty ? .note : .error,
      message: "this and \(left.count - 1) more findings are not told; mend those above first",
      at: next.span)
    return findings.prefix(mostFindings) + [rest]
  }

  /// The number of the line that holds a byte.
  func line(of span: SourceSpan) -> Int { lines.number(of: span.offset) }
}
