import Quantities

/// What people call a stretch of time of a certain length.
package struct WindowName {
  /// `by year`
  package let label: String
  /// `a year`
  package let one: String
  /// `years`
  package let many: String

  /// Months of the calendar.
  package static let calendarMonth = WindowName(
    label: "by calendar month", one: "a calendar month", many: "calendar months")

  private init(label: String, one: String, many: String) {
    self.label = label
    self.one = one
    self.many = many
  }

  /// `in a month`
  package var inOne: String { one.hasPrefix("in ") ? one : "in \(one)" }

  /// `month`, or `window of 5 d`
  package var single: String {
    one.hasPrefix("a ") ? String(one.dropFirst(2)) : "window of \(one.dropFirst(3))"
  }

  /// `years`, of one `year`
  package func many(_ count: Int) -> String { count == 1 ? single : many }

  package init(_ length: Duration) {
    let names: [(Duration, String)] = [
      (.days(1), "day"), (.days(7), "week"), (.days(30), "month"), (.days(90), "quarter"),
      (.days(365), "year"),
    ]
    let isNamed = { (name: Duration) in abs(name.seconds - length.seconds) < 1e-6 }
    if let name = names.first(where: { isNamed($0.0) })?.1 {
      label = "by \(name)"
      one = "a \(name)"
      many = "\(name)s"
    } else {
      let length = HumanFigures.duration(length)
      label = "by \(length)"
      one = "in \(length)"
      many = "windows of \(length)"
    }
  }
}
