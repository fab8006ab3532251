import Topology

/// A group that has too few members left without a failure domain.
struct GroupLoss {
  let name: String
  let group: Group
  /// The members of the group, and how many of them stand in the domain.
  let count: Int
  let lost: Int
  /// The domain, its family and how many domains that has.
  let domain: String
  let family: DomainFamily
  let domains: Int
  /// What is down then.
  let subject: String

  /// The finding, at the one of the group's clauses that is to blame, or at its name.
  func finding(at name: SourceSpan, with clauses: [Clause]) -> LintFinding {
    lost == count ? sharing(name, clauses) : falling(name, clauses)
  }

  // MARK: All in one domain

  private func sharing(_ place: SourceSpan, _ clauses: [Clause]) -> LintFinding {
    let inside = clauses.first { clause in
      guard case .inDomain(let name) = clause.content else { return false }
      return name.text == domain
    }
    let whole = subject == name ? "it" : "'\(subject)'"
    guard count > group.need else {
      return LintFinding(
        .domainLoss, "'\(name)' stands in \(domain) alone, whose loss takes \(whole) down",
        at: inside?.span ?? place,
        notes: ["`\(group.need) of \(group.need + 1), across \(family.name)` survives it"])
    }
    let all = count == 2 ? "both" : "all \(count)"
    return LintFinding(
      .sharedDomain,
      "\(all) members of '\(name)' stand in \(domain): its loss takes them together, although "
        + "\(group.need) of \(count) \(group.need == 1 ? "is" : "are") enough",
      at: inside?.span ?? place, fixes: inside == nil ? [] : ["across \(family.name)"]
    )
  }

  // MARK: Too many in one domain

  private func falling(_ place: SourceSpan, _ clauses: [Clause]) -> LintFinding {
    let clause = clauses.first(where: \.isCount)
    let count = survivingCount(besides: clause)
    let whole = subject == name ? "so that it is down" : "so that '\(subject)' is down"
    return LintFinding(
      .domainLoss,
      "losing \(domain) leaves \(self.count - lost) of the \(self.count) members of '\(name)', "
        + "which needs \(group.need), \(whole)",
      at: clause?.span ?? place,
      fixes: clause == nil ? [] : [count].compactMap(\.self), notes: survivors(count))
  }

  /// How the group's count clause would read with the fewest members that survive the loss of any
  /// one domain; nil where more than the one family decides that.
  private func survivingCount(besides clause: Clause?) -> String? {
    guard group.families == [family.name], family.parent == nil, group.inside.isEmpty, domains > 1
    else { return nil }
    let each = (group.need + domains - 2) / (domains - 1)
    let isSpread = if case .perDomain = group.size { true } else { false }
    let members = isSpread ? each * domains : group.need + each
    guard members <= Topology.memberLimit else { return nil }
    if isSpread { return "\(each) per \(family.name)" }
    return clause?.saysNeed == true ? "\(group.need) of \(members)" : "\(members)"
  }

  private func survivors(_ count: String?) -> [String] {
    let left = self.count - lost
    let sentences = [count.map { "`\($0)`" }, left > 0 ? "a need of \(left)" : nil]
    let survivors = sentences.compactMap(\.self).joined(separator: ", or ")
    return survivors.isEmpty ? [] : ["\(survivors), survives it"]
  }
}

extension Clause {
  /// True for the number of members.
  fileprivate var isCount: Bool {
    if case .count = content { true } else { false }
  }

  /// True for `2 of 3`.
  fileprivate var saysNeed: Bool {
    if case .count(_, of: .some, per: _) = content { true } else { false }
  }
}
