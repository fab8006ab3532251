import CapacityPlanning
import Quantities
import ResourceAdequacy

/// A capacity against a demand that varies, as a card.
public enum AdequacyCard {
  /// The card: how long it is short, what isn't served, how often, and when it is worst.
  public static func report(_ answer: AdequacyAnswer) -> Report {
    let figures = answer.figures
    var rows: [CardLayout.Row] = [("served", served(figures))]
    rows += CardLayout.rows("short", short(figures))
    rows.append(("unserved", unserved(figures)))
    rows.append(("shortfalls", shortfalls(figures)))
    rows.append(("worst", worst(figures)))
    rows.append(("capacity", capacity(answer)))
    if let cost = answer.cost { rows.append(("cost", HumanFigures.cost(cost))) }
    rows.append(("method", "exact, \(figures.loads.count) loads"))
    let tone = answer.target.map { _ in Report.Tone(answer.isMet) } ?? .plain
    return CardLayout.report(title(answer), tone: tone, rows, assuming: answer.assumptions)
  }

  private static func title(_ answer: AdequacyAnswer) -> String {
    guard let target = answer.target else { return answer.name }
    return "\(answer.name) \(HumanFigures.verdict(answer.isMet)) \(target)"
  }

  private static func served(_ figures: AdequacyFigures) -> String {
    """
    \(HumanFigures.percent(figures.met)) of the time, \
    \(HumanFigures.percent(figures.servedShare)) of the demand
    """
  }

  private static func short(_ figures: AdequacyFigures) -> [String] {
    let period = period(figures)
    let hours = "\(HumanFigures.number(figures.lossOfLoadHours, digits: 4)) h \(period) (LOLE)"
    let days = figures.lossOfLoadDays.map {
      "\(HumanFigures.number($0, digits: 4)) days \(period) at the day's peak"
    }
    return [hours, days].compactMap(\.self)
  }

  private static func unserved(_ figures: AdequacyFigures) -> String {
    """
    \(HumanFigures.number(figures.unservedHours, digits: 4)) \(figures.unit) x h \(period(figures)) \
    (EUE)
    """
  }

  private static func shortfalls(_ figures: AdequacyFigures) -> String {
    guard let count = figures.shortfalls else {
      return "unknown, since \(figures.untimed.joined(separator: ", ")) has no times"
    }
    let often = "\(HumanFigures.number(count)) \(period(figures))"
    guard let mean = figures.meanShortfall else { return often }
    return "\(often), \(HumanFigures.duration(mean)) each on average"
  }

  private static func worst(_ figures: AdequacyFigures) -> String {
    let load = figures.loads[figures.worstLoad]
    let short = HumanFigures.number(load.met.complement * 100)
    return """
      load \(figures.worstLoad + 1) of \(figures.loads.count), \(self.load(load.load, figures)): short with \
      \(short)%, \(rate(load.unserved, figures)) missing on average
      """
  }

  private static func capacity(_ answer: AdequacyAnswer) -> String {
    let figures = answer.figures
    return """
      \(rate(answer.capacity, figures)) in all, \(rate(answer.expectedCapacity, figures)) on average; \
      the demand is \(load(figures.profile.mean, figures)) on average and \
      \(load(figures.profile.peak, figures)) at most
      """
  }

  /// Loads have the unit of the demand.
  private static func load(_ amount: Double, _ figures: AdequacyFigures) -> String {
    "\(HumanFigures.number(amount, digits: 5)) \(figures.profile.unit)"
  }

  private static func rate(_ amount: Double, _ figures: AdequacyFigures) -> String {
    "\(HumanFigures.number(amount, digits: 5)) \(figures.unit)"
  }

  private static func period(_ figures: AdequacyFigures) -> String {
    let days = figures.period.converted(to: .day)
    if (364...366).contains(days) { return "a year" }
    if days == 1 { return "a day" }
    return days == 7 ? "a week" : "in \(HumanFigures.duration(figures.period))"
  }
}
