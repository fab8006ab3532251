import Nines

extension Diagnostic {
  /// The diagnostic of operators that don't mix, with what each reading would give.
  func withValues(in source: SourceText) -> Diagnostic {
    guard code == .mixedOperators else { return self }
    let values = fixes.compactMap { reading in
      value(of: reading, in: source).map { "\(reading) is \($0) available" }
    }
    return Diagnostic(
      code, message, at: span, fixes: fixes, notes: notes + values, isIncomplete: isIncomplete)
  }

  /// The availability of what is asked about once a reading is pasted; nil when it has none.
  private func value(of reading: String, in source: SourceText) -> String? {
    var bytes = source.bytes
    guard span.offset >= 0, span.end <= bytes.count, reading.utf8.count < 400 else { return nil }
    bytes.replaceSubrange(span.offset..<span.end, with: Array(reading.utf8))
    guard let program = try? Checker.check(SourceText(bytes: bytes)),
      case .availability(let name, _)? = program.answerable.first,
      let answer = try? Assessor(program.topology).availability(of: name)
    else { return nil }
    return HumanFigures.percent(answer.availability)
  }
}
