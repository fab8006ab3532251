import Quantities

extension Commitment {
  /// Reads one line of a catalogue. Throws ``CatalogueError`` for any cell that isn't written as its
  /// column is, and for a promise that makes no agreement.
  init(_ row: CommitmentRow) throws(CatalogueError) {
    name = try row.required(.name)
    guard CatalogueNotation.name(name) != nil else {
      throw row.flaw(.name, "'\(name)' is not like aws.elb.multi-az")
    }
    provider = try row.required(.provider)
    service = try row.required(.service)
    scope = try row.text(.scope)
    condition = try row.text(.condition)
    percentage = try row.required(.percentage)
    guard let availability = CatalogueNotation.number(percentage), availability.value > 0 else {
      throw row.flaw(.percentage, "'\(percentage)' is not like 99.99")
    }
    self.availability = availability
    month = try row.value(.window, as: "calendar month") { Month(rawValue: $0) }
    rule = try row.value(.rule, as: "runs of 5min") { CatalogueNotation.rule($0) }
    ruleText = try row.text(.rule)
    credits = try row.value(.ladder, as: "10/25/100 @ 99.9/99/95") { CatalogueNotation.ladder($0) }
    creditsText = try row.text(.ladder)
    cap = try row.value(.cap, as: "50%") { CatalogueNotation.percent($0) }
    claim = try row.text(.claim)
    documentDate = try row.value(.date, as: "2022-07-25") { CatalogueNotation.date($0) }
    source = try row.required(.source)
    note = try row.text(.note)
    try checkAgreement(row)
  }

  private func checkAgreement(_ row: CommitmentRow) throws(CatalogueError) {
    do throws(ServiceLevelError) {
      _ = try agreement()
    } catch {
      throw row.flaw(.ladder, error.description)
    }
  }
}
