import Nines

/// A `fit` of the language with its words read: how to read the log, and what is asked of it.
struct LogQuestion {
  private let fit: CheckedFit
  private var columns = ColumnMapping()
  private var zone: CivilZone?
  private var request = FitRequest()

  /// Throws a ``Diagnostic`` at the words that say nothing.
  init(_ fit: CheckedFit) throws(Diagnostic) {
    self.fit = fit
    if let service = fit.service { request.services = [service] }
    for (column, name) in fit.columns { columns[ColumnRole(column)] = name }
    try refuseSharedColumns()
    if let flaps = fit.flaps { request.terms.flapsShorterThan = flaps }
    if let joining = fit.joining { request.terms.joiningGapsShorterThan = joining }
    if !fit.severities.isEmpty { request.terms.severities = Set(fit.severities) }
    // More than the share, not as much as it.
    if let share = fit.shareAbove { request.terms.minimumShare = share.value.nextUp }
    if let confidence = fit.confidence { request.confidence = confidence }
    zone = try fit.zone.map { name throws(Diagnostic) in try zone(name) }
    request.from = try instant(fit.from, .from)
    request.to = try instant(fit.to, .to)
  }

  private func refuseSharedColumns() throws(Diagnostic) {
    var roles: [String: FitOption.Column] = [:]
    for column in FitOption.Column.allCases {
      guard let name = fit.columns[column] else { continue }
      if let other = roles.updateValue(column, forKey: name) {
        throw fit.diagnostic(
          "the column '\(name)' is named for the \(other.rawValue) already; name another",
          at: .column(column))
      }
    }
  }

  private func zone(_ name: String) throws(Diagnostic) -> CivilZone {
    do throws(ZoneError) {
      return try CivilZone(name)
    } catch {
      throw fit.diagnostic(error.description, at: .zone)
    }
  }

  private func instant(
    _ text: String?, _ part: CheckedFit.Part
  ) throws(Diagnostic) -> Instant? {
    guard let text else { return nil }
    do throws(TimeStampFlaw) {
      return try Instant(text, zone: zone ?? .utc)
    } catch {
      throw fit.diagnostic("'\(text)' \(error.explanation)", at: part)
    }
  }

  /// What a log of these bytes says. Throws ``LogQuestionError``.
  func answer(_ bytes: [UInt8]) throws(LogQuestionError) -> FitAnswer {
    let log = try log(bytes)
    try refuseFilters(of: log)
    do throws(FitError) {
      return try FitAnswer(log, name: fit.file, request)
    } catch .record(let error) {
      throw .question(diagnostic(error))
    } catch {
      throw .unanswerable(error.description)
    }
  }

  /// A filter by a column that isn't there would keep everything, or nothing.
  private func refuseFilters(of log: IncidentLog) throws(LogQuestionError) {
    func isMissing(_ role: ColumnRole) -> Bool {
      log.columns[role] == nil && !log.incidents.isEmpty
    }
    let read = log.columns.values.sorted().map { "'\($0)'" }.joined(separator: ", ")
    func refusal(_ what: String, _ word: String, _ part: CheckedFit.Part) -> LogQuestionError {
      .question(
        fit.diagnostic(
          """
          the log has no column of \(what) that is known by its name (read are \(read)); say which one \
          it is by `column \(word) "…"`, or leave this out
          """, at: part))
    }
    if fit.service != nil, isMissing(.service) { throw refusal("services", "service", .service) }
    if fit.shareAbove != nil, isMissing(.share) {
      throw refusal("shares of users", "share", .share)
    }
  }

  private func log(_ bytes: [UInt8]) throws(LogQuestionError) -> IncidentLog {
    do throws(IncidentLogError) {
      return try IncidentLog(bytes, columns: columns, zone: zone)
    } catch {
      throw .log(error)
    }
  }

  private func diagnostic(_ error: ServiceRecordError) -> Diagnostic {
    let part: CheckedFit.Part =
      switch error {
      case .window: fit.to == nil ? .from : .to
      case .noWindow: .file
      case .unknownSeverity: .severity
      case .share: .share
      }
    return fit.diagnostic(error.description, at: part)
  }
}

/// Why a log says nothing.
enum LogQuestionError: Error {
  /// It can't be read.
  case log(IncidentLogError)
  /// It doesn't have what the question asks for.
  case question(Diagnostic)
  /// It has no answer.
  case unanswerable(String)
}

extension ColumnRole {
  init(_ column: FitOption.Column) {
    switch column {
    case .start: self = .start
    case .end: self = .end
    case .duration: self = .duration
    case .service: self = .service
    case .severity: self = .severity
    case .share: self = .share
    }
  }
}
