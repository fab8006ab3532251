/// Judges a history by all windows that end in it, whenever they end.
public struct RollingJudge: Sendable, Hashable {
  private let terms: ContractTerms
  private let span: Int64

  /// A judge of a promise whose windows roll.
  public init(_ question: ContractQuestion) {
    terms = ContractTerms(question)
    span = terms.span
  }

  /// True where some window within the history holds more than is allowed.
  ///
  /// A loss is counted whole by the rule, and what counts of it is cut at the edges of the window as
  /// it rolls. `losses` are sorted and apart from one another. Cost: n log n
  /// for n of them.
  public func isBroken(_ losses: [ServiceLoss], phase: Int64 = 0) -> Bool {
    let allowed = terms.allowance(terms.length)
    var counted: [ServiceLoss] = []
    var sum: Int64 = 0
    for place in losses.indices {
      let part = losses[place].cut(0, span)
      guard part.start < part.end else { continue }
      let length = terms.meter.counted([part], from: part.start, to: part.end, phase: phase)
      guard length > 0 else { continue }
      sum += length
      counted.append(ServiceLoss(start: part.start, end: part.end, lost: part.share(length)))
    }
    return sum > allowed && worst(counted) > Double(allowed)
  }

  /// The most that a window holds: one that begins with a loss, or ends with one.
  private func worst(_ counted: [ServiceLoss]) -> Double {
    let history = CountedHistory(counted)
    var most = 0.0
    for loss in counted {
      let start = min(loss.start, span - terms.length)
      most = max(most, history.held(from: start, to: start + terms.length))
      let end = max(loss.end, terms.length)
      most = max(most, history.held(from: end - terms.length, to: end))
    }
    return most
  }
}

/// What was counted until any instant.
private struct CountedHistory {
  private let losses: [ServiceLoss]
  /// For each loss what was counted before it.
  private var before: [Double] = []
  private var whole = 0.0

  init(_ losses: [ServiceLoss]) {
    self.losses = losses
    before.reserveCapacity(losses.count)
    for loss in losses {
      before.append(whole)
      whole += Double(loss.end - loss.start) * loss.lost
    }
  }

  func held(from: Int64, to: Int64) -> Double { until(to) - until(from) }

  private func until(_ time: Int64) -> Double {
    var low = 0
    var high = losses.count
    while low < high {
      let middle = (low + high) / 2
      if losses[middle].end <= time { low = middle + 1 } else { high = middle }
    }
    guard low < losses.count else { return whole }
    return before[low] + Double(max(0, time - losses[low].start)) * losses[low].lost
  }
}

extension ServiceLoss {
  /// The share of a stretch that so many nanoseconds are.
  fileprivate func share(_ length: Int64) -> Double { Double(length) / Double(end - start) }
}
