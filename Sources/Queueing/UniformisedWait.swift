import Quantities

/// A customer on its way to its first server, watched at the events of a Poisson stream.
struct UniformisedWait {
  /// Events a second.
  let rate: Double
  private let queue: BreakdownQueue
  /// By servers up afterwards: the chance that an event ends a service, that it brought one server
  /// back, that it took one, and that nothing happened.
  private let serve: [Double]
  private let restored: [Double]
  private let failed: [Double]
  private let stay: [Double]
  /// By servers up before: the chance that an event brings one back.
  private let restore: [Double]
  private var width: Int { queue.servers + 1 }

  /// What is left beyond the last row is below this but for queues within 1e-8 of their capacity.
  private static let dropped = 1e-36

  init(_ queue: BreakdownQueue) {
    self.queue = queue
    let ups = (0...queue.servers).map(Double.init)
    let service = ups.map { $0 / queue.service.seconds }
    let failure = ups.map { $0 / queue.timeBetweenFailures.seconds }
    let restoration = ups.reversed().map { $0 / queue.timeToRestoration.seconds }
    let totals = ups.indices.map { service[$0] + failure[$0] + restoration[$0] }
    // A little above the largest, so that what is left keeps its digits.
    let rate = 1.02 * totals.reduce(0, max)
    self.rate = rate
    serve = service.map { $0 / rate }
    restore = restoration.map { $0 / rate }
    restored = [0] + restore.dropLast()
    failed = failure.dropFirst().map { $0 / rate } + [0]
    stay = totals.map { (rate - $0) / rate }
  }

  /// Both tails of the wait after a Poisson number of events. Customers beyond the last row that is
  /// followed count as waiting.
  func beyond(_ counts: PoissonWeights) throws(QueueingError) -> Probability {
    var (rows, rest) = try start(mostRows: queue.servers + counts.last + 1)
    var next = rows
    var served = queue.waiting.complement
    var late = 0.0
    var early = 0.0
    for (step, weight) in counts.weights.enumerated() {
      if step > 0 {
        served += begun(rows)
        advance(rows, into: &next)
        swap(&rows, &next)
      }
      if weight == 0 { continue }
      late += weight * (rest + rows.reduce(0, +))
      early += weight * served
    }
    return Probability(uncheckedValue: min(1, late), complement: min(1, early))
  }

  /// The law of (customers ahead, servers up) on arrival for those who wait, row by row, and the
  /// chance of more ahead. One number stands before the first row and a row behind the last, all 0.
  private func start(mostRows: Int) throws(QueueingError) -> (rows: [Double], rest: Double) {
    var rows = [0.0]
    for (ahead, row) in queue.law.low.enumerated() {
      rows += row.prefix(ahead + 1)
      rows += [Double](repeating: 0, count: width - ahead - 1)
    }
    var row = queue.law.first
    for _ in queue.law.low.count..<mostRows {
      rows += row
      row = row * queue.law.ratio
      if row.reduce(0, +) < Self.dropped { break }
    }
    rows += [Double](repeating: 0, count: width + 1)
    let rest = try QueueLaw.geometricSums(row, queue.law.ratio).sum.reduce(0, +)
    return (rows, rest)
  }

  /// The chance that the next event begins the customer's service: all servers that are up serve
  /// those ahead, and one more comes free or up.
  private func begun(_ rows: [Double]) -> Double {
    var sum = 0.0
    for ahead in 0..<width {
      sum += rows[1 + ahead * width + ahead] * (serve[ahead] + restore[ahead])
    }
    return sum
  }

  /// One event: from the same row, and from the row with one more ahead.
  private func advance(_ rows: [Double], into next: inout [Double]) {
    let width = width
    let count = (rows.count - 2) / width - 1
    rows.withUnsafeBufferPointer { rows in
      next.withUnsafeMutableBufferPointer { next in
        for ahead in 0..<count {
          advance(rows, next, 1 + ahead * width)
          for up in min(ahead + 1, width)..<width { next[1 + ahead * width + up] = 0 }
        }
      }
    }
  }

  @inline(__always)
  private func advance(
    _ rows: UnsafeBufferPointer<Double>, _ next: UnsafeMutableBufferPointer<Double>, _ start: Int
  ) {
    let width = width
    for up in 0..<width {
      let place = start + up
      next[place] =
        rows[place] * stay[up] + rows[place - 1] * restored[up] + rows[place + 1] * failed[up]
        + rows[place + width] * serve[up]
    }
  }
}

/// The chances of 0, 1, … events of a Poisson law, up to where more have a chance below 1e-30.
///
/// From the likeliest number outwards and divided by their sum (Fox and Glynn 1988): relative error
/// below 4 |k - mean| × 2^-53.
struct PoissonWeights {
  let weights: [Double]
  /// The largest number of events.
  var last: Int { weights.count - 1 }

  private static let dropped = 1e-30

  /// About the largest number of events that is kept, from above.
  static func largest(mean: Double) -> Double { mean + 12 * mean.squareRoot() + 60 }

  init(mean: Double) {
    let peak = Int(min(mean, 1e9))
    var below: [Double] = []
    var weight = 1.0
    for count in stride(from: peak, to: 0, by: -1) {
      weight *= Double(count) / mean
      below.append(weight)
    }
    var values: [Double] = below.reversed() + [1]
    weight = 1
    var count = Double(peak)
    while weight > Self.dropped * max(0.5, 1 - mean / (count + 1)) * 0.1 {
      count += 1
      weight *= mean / count
      values.append(weight)
    }
    let total = values.reduce(0, +)
    weights = values.map { $0 / total }
  }
}
