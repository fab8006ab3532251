import Quantities

/// The names under which incident logs keep what is needed, in ranks: a name of an earlier rank
/// says more surely what is meant. All in lower case without blanks and punctuation.
enum ColumnNames {
  /// A name's letters and digits in lower case, `%` as the word, other alphabets as they are.
  static func normalForm(of name: String) -> String {
    var form = String.UnicodeScalarView()
    for scalar in name.lowercased().unicodeScalars {
      if scalar == "%" {
        form.append(contentsOf: "percent".unicodeScalars)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        form.append(scalar)
      }
    }
    return String(form)
  }

  /// The names of a role, by rank. Durations have more: see ``unit(ofDurationNamed:)``.
  static func ranks(of role: ColumnRole) -> [[String]] {
    switch role {
    case .start: starts
    case .end: ends
    case .duration: []
    case .service: services
    case .severity: severities
    case .share: shares
    case .zone: [["timezone", "zone", "tz", "timezonename"]]
    }
  }

  private static let starts = [
    [
      "start", "starttime", "starttimestamp", "startdate", "startdatetime", "started", "startedat",
      "startedon", "startsat", "startat", "timestart", "begin", "begins", "began", "beganat",
      "begintime", "beginat", "beginning", "from", "downat", "downsince", "outagestart",
      "outagestarted", "outagestarttime", "outagebegin", "incidentstart", "incidentstarttime",
      "downtimestart",
    ],
    ["impactstart", "impactstartedat", "customerimpactstart"],
    [
      "created", "createdat", "createdon", "createdtime", "creationtime", "opened", "openedat",
      "openedon",
    ],
    ["triggeredat", "detected", "detectedat", "occurred", "occurredat", "reportedat"],
    ["timestamp", "time", "datetime"],
  ]

  private static let ends = [
    [
      "end", "endtime", "endtimestamp", "enddate", "enddatetime", "ended", "endedat", "endedon",
      "endsat", "endat", "timeend", "finish", "finished", "finishedat", "stop", "stopped",
      "stoppedat", "to", "until", "upat", "outageend", "outageended", "outageendtime",
      "incidentend",
      "incidentendtime", "downtimeend", "recovered", "recoveredat", "restored", "restoredat",
    ],
    ["impactend", "impactendedat", "customerimpactend"],
    ["resolved", "resolvedat", "resolvedon", "resolvedtime"],
    ["closed", "closedat", "closedon", "completedat"],
  ]

  private static let services = [
    ["service", "servicename", "affectedservice", "serviceaffected"],
    [
      "component", "componentname", "affectedcomponent", "components", "affectedcomponents",
      "services",
      "affectedservices",
    ],
    ["system", "systemname", "application", "applicationname", "app", "product"],
    ["monitor", "monitorname", "check", "host", "hostname"],
    ["serviceid"],
  ]

  private static let severities = [
    ["severity", "sev", "severitylevel", "sevlevel", "incidentseverity"],
    ["priority", "priorityname"], ["impact"], ["urgency"],
  ]

  private static let shares = [
    [
      "share", "shareofusers", "usershare", "affectedshare", "affectedusersshare",
      "fractionofusers", "percent", "percentofusers", "userspercent", "percentusers",
      "affecteduserspercent", "percentaffected", "percentofusersaffected", "impacteduserspercent",
      "percentimpacted", "usersaffectedpercent",
    ]
  ]

  /// Whether a column of that name lists several services in one cell.
  static func listsServices(_ form: String) -> Bool {
    ["components", "affectedcomponents", "services", "affectedservices"].contains(form)
  }

  /// Whether a share's name says that its numbers are percentages.
  static func saysPercent(_ form: String) -> Bool { form.contains("percent") }

  /// A name without the universal time that it may end in, as in `Start (UTC)`.
  static func withoutUniversalTime(_ form: String) -> (form: String, isUniversal: Bool) {
    let isUniversal = (form.hasSuffix("utc") || form.hasSuffix("gmt")) && form.utf8.count > 3
    return (isUniversal ? String(form.dropLast(3)) : form, isUniversal)
  }

  /// Whether a name is that of a duration, and the unit that it names.
  static func unit(ofDurationNamed form: String) -> (isDuration: Bool, unit: DurationUnit?) {
    for subject in subjects where form.hasPrefix(subject) {
      let rest = form.dropFirst(subject.utf8.count)
      if rest.isEmpty { return (true, nil) }
      if let unit = unit(rest) { return (true, unit) }
      if rest.hasPrefix("in"), let unit = unit(rest.dropFirst(2)) { return (true, unit) }
    }
    for ending in endings where form.hasSuffix(ending) {
      if let unit = unit(form.dropLast(ending.utf8.count)) { return (true, unit) }
    }
    return bareUnits.contains(form) ? (true, DurationUnit(word: form)) : (false, nil)
  }

  /// Whether a duration of that name is counted from the start to the end, so that it must agree
  /// with them. A time to resolution may begin with the first alarm.
  static func repeatsStartAndEnd(_ form: String) -> Bool {
    ["duration", "outageduration", "incidentduration", "downtime", "length"]
      .contains { form.hasPrefix($0) }
  }

  private static func unit(_ word: Substring) -> DurationUnit? {
    DurationUnit(word: word)
  }

  private static let subjects = [
    "duration", "outageduration", "incidentduration", "downtime", "length", "elapsed",
    "timetoresolve", "timetorestore", "timetorecover", "timetoresolution", "ttr",
  ]

  /// Units that are a column's whole name; in the singular they may name a part of a date.
  private static let bareUnits: Set = [
    "milliseconds", "seconds", "secs", "minutes", "mins", "hours", "hrs", "days",
  ]

  private static let endings = ["down", "downtime", "duration", "toresolve", "torestore"]
}
