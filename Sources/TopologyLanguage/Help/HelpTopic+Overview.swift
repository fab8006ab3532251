extension HelpTopic {
  /// What plain `help` shows: how to begin, and where to look, on one screen of 24 lines.
  public static let overview = #"""
    Nines answers how available something is, and how bad a month can get.
    Type what it is made of; a name alone asks about it:

      99.99% & 2 of 3 99.5%
      service web: 2 of 3, mtbf 30d, mttr 5min
      site = 99.99% & web
      check site 99.95% per month
      simulate site for 30d

    help WORD explains a word, with examples that run; help mttr for one.
      parts      service store queue zones regions domains system definition
      combine    and or else of level sum parentheses
      life       mtbf mttr need common crews standby sharing cost
      depends    needs wants sends breaker across in per
      takeover   failover detect success manual ttl buffer absorb lag
      flow       capacity demand shortfall survives
      schedule   changes maintenance every lasts fails restore canary
      contract   sla counted credits excluding catalogue window budget
      values     percent nines time rate range posterior law fit
      questions  show check P simulate find why explain with compare plot
                 improve headroom
      prompt     help list info save load edit set undo quit _
      ideas      availability outage forecast common cause assumptions
    """#
}
