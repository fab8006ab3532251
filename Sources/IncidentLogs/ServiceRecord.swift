import LifeDistributions
import Quantities

/// What was observed of one service: its outages, and the lives and restorations between their
/// ends.
///
/// Overlapping incidents are one outage. Only outages that begin after the window's start end an
/// observed up time, and only those that begin in the window give a restoration: one that was
/// already running has been met because it was long.
public struct ServiceRecord: Sendable, Hashable {
  /// The service's name; empty for a log without services.
  public let service: String
  /// The time over which it was watched.
  public let window: ObservationWindow
  /// Disjoint and in order, flaps left out.
  public let outages: [Outage]
  /// Outages shorter than the threshold, or of no length at all. Their time counts as up time.
  public let flaps: [Outage]
  /// The incidents in the window that count.
  public let incidents: Int
  /// How many of them have each severity; empty for none.
  public let incidentsBySeverity: [String: Int]
  /// Incidents that count but lie outside the window.
  public let incidentsOutside: Int
  /// How many in the window have no share of users; they weigh as all users.
  public let unknownShares: Int
  /// Downtime weighted by the share of users hit, at each instant that of the incident that hit
  /// most; joined gaps weigh nothing. nil when no incident has a share. Error about 1e-16 times the
  /// number of incidents, relative.
  public let userWeightedDowntime: Duration?
}

extension ServiceRecord {
  /// The total length of the outages in the window; error one rounding.
  public var downtime: Duration { Duration(nanoseconds: Self.sum(outages)) }

  /// The total length of the flaps in the window; error one rounding.
  public var flapDowntime: Duration { Duration(nanoseconds: Self.sum(flaps)) }

  /// The time in which the service was up and could fail: the window without the outages; error one
  /// rounding.
  public var exposure: Duration {
    Duration(nanoseconds: window.to.nanosecondsSince(window.from) - Self.sum(outages))
  }

  private static func sum(_ outages: [Outage]) -> UInt64 {
    outages.reduce(0) { $0 + $1.nanoseconds }
  }

  /// Outages that ended an observed up time, that is, all that began after the window's start.
  /// ``exposure`` / `failures` estimates the MTBF, for whatever law.
  public var failures: Int { outages.count { $0.start > window.from } }

  /// All observed up times, which add up to ``exposure``, the last censored if the service was up
  /// at the window's end. The first is counted from the window's start as though the service had
  /// been new then: exact for exponential lives, and for other laws see ``renewedUptimes``.
  public var uptimes: LifeSample { uptimes(after: window.from, of: outages[...]) }

  /// The up times that began with a restoration, the last censored: a sample for laws that age.
  /// Without outages, the whole window as one censored life, which holds for any law.
  public var renewedUptimes: LifeSample {
    guard let first = outages.first, first.start > window.from else { return uptimes }
    return uptimes(after: first.end, of: outages.dropFirst())
  }

  private func uptimes(after start: Instant, of outages: ArraySlice<Outage>) -> LifeSample {
    var complete: [Duration] = []
    complete.reserveCapacity(outages.count)
    var restored = start
    for outage in outages {
      if outage.start > restored { complete.append(outage.start.duration(since: restored)) }
      restored = outage.end
    }
    let isUp = restored < window.to && outages.last?.goesOn != true
    return LifeSample(
      complete: complete, censored: isUp ? [window.to.duration(since: restored)] : [])
  }

  /// The lengths of the outages that began in the window; one that went on at its end is censored,
  /// and left out when it began at that very instant.
  public var restorations: LifeSample {
    let begun = outages.filter { !$0.beganBefore }
    return LifeSample(
      complete: begun.filter { !$0.goesOn }.map(\.length),
      censored: begun.filter { $0.goesOn && $0.nanoseconds > 0 }.map(\.length))
  }
}
