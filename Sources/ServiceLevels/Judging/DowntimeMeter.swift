/// Counts downtime within a window as a measuring rule does, in whole nanoseconds.
///
/// What crosses an edge of the window is cut there first. Exact but for a rounding to the nanosecond
/// of each stretch whose error ratio is averaged. Cost: linear in the stretches of the window.
public struct DowntimeMeter: Sendable, Hashable {
  private enum Method: Sendable, Hashable {
    case every
    case runs(least: Int64)
    case cells(Int64)
    case averages
    case minutes(above: Double)
  }

  private let method: Method

  /// Nanoseconds of the grid on which the rule lies; 0 without one.
  public let grid: Int64

  private static let minute: Int64 = 60_000_000_000

  /// The meter of a rule; lengths are rounded to the nanosecond, 1 at least.
  public init(_ rule: MeasuringRule) {
    method =
      switch rule {
      case .continuous: .every
      case .wholeMinutes: .cells(Self.minute)
      case .runs(let length): .runs(least: length.wholeNanoseconds)
      case .cells(let length): .cells(length.wholeNanoseconds)
      case .averageErrors: .averages
      case .errors(let ratio): .minutes(above: ratio.value)
      }
    grid = rule.grid?.wholeNanoseconds ?? 0
  }

  /// What counts of `losses`, sorted and apart from one another, from `from` until `to`; the cells of
  /// a grid begin at `phase` and every multiple of its spacing before and after.
  public func counted(
    _ losses: ArraySlice<ServiceLoss>, from: Int64, to: Int64, phase: Int64 = 0
  ) -> Int64 {
    if case .minutes(let ratio) = method {
      return Self.minutes(losses, from, to, phase, above: ratio)
    }
    var sum: Int64 = 0
    for loss in losses {
      let part = loss.cut(from, to)
      if part.start < part.end { sum += counted(part, phase) }
    }
    return sum
  }

  private func counted(_ part: ServiceLoss, _ phase: Int64) -> Int64 {
    let length = part.end - part.start
    return switch method {
    case .every, .minutes: length
    case .runs(let least): length >= least ? length : 0
    case .cells(let cell): Self.wholeCells(part, cell, phase) * cell
    case .averages: Int64((Double(length) * part.lost).rounded())
    }
  }

  /// Cells that lie in a stretch from edge to edge.
  private static func wholeCells(_ part: ServiceLoss, _ cell: Int64, _ phase: Int64) -> Int64 {
    let first = Self.cell(at: part.start - phase + cell - 1, cell)
    let last = Self.cell(at: part.end - phase, cell)
    return max(0, last - first)
  }

  /// The number of the cell in which an instant lies.
  @inline(__always)
  private static func cell(at time: Int64, _ cell: Int64) -> Int64 {
    let quotient = time / cell
    return time % cell < 0 ? quotient - 1 : quotient
  }

  /// Minutes whose mean loss within the window exceeds a ratio, at most the window's length.
  private static func minutes(
    _ losses: ArraySlice<ServiceLoss>, _ from: Int64, _ to: Int64, _ phase: Int64,
    above ratio: Double
  ) -> Int64 {
    // Half a nanosecond, so that a loss of just the ratio isn't above it by roundings.
    var count = MinuteCount(least: ratio * Double(minute) + 0.5)
    for loss in losses {
      let part = loss.cut(from, to)
      guard part.start < part.end else { continue }
      let first = cell(at: part.start - phase, minute)
      let last = cell(at: part.end - 1 - phase, minute)
      if first == last {
        count.add(Double(part.end - part.start) * part.lost, in: first)
        continue
      }
      count.add(Double((first + 1) * minute + phase - part.start) * part.lost, in: first)
      count.add(whole: last - first - 1, losing: Double(minute) * part.lost)
      count.add(Double(part.end - phase - last * minute) * part.lost, in: last)
    }
    return min(count.finished * minute, to - from)
  }

  /// Gathers what is lost in one minute after another.
  private struct MinuteCount {
    /// A minute counts that loses more than this.
    let least: Double
    private var minute = Int64.min
    private var lost = 0.0
    private var counted: Int64 = 0

    init(least: Double) { self.least = least }

    mutating func add(_ loss: Double, in minute: Int64) {
      if minute != self.minute {
        close()
        self.minute = minute
      }
      lost += loss
    }

    /// Minutes that begin and end within one stretch.
    mutating func add(whole minutes: Int64, losing loss: Double) {
      if loss > least { counted += minutes }
    }

    private mutating func close() {
      if lost > least { counted += 1 }
      lost = 0
    }

    /// The minutes that count, the last one included.
    var finished: Int64 { counted + (lost > least ? 1 : 0) }
  }
}
