import ServiceLevels
import TestSupport

/// Histories in whole seconds, for rules that are tried second by second.
enum RandomHistory {
  static let second: Int64 = 1_000_000_000

  /// So many stretches within `seconds`, some of them short and some long, sorted and apart.
  static func losses(
    _ count: Int, within seconds: Int64, _ random: inout SplitMix64, isPartial: Bool = false
  ) -> [ServiceLoss] {
    var time: Int64 = 0
    var losses: [ServiceLoss] = []
    for _ in 0..<count {
      let start = time + Int64.random(in: 1...400, using: &random)
      let end =
        start + Int64.random(in: 1...(Bool.random(using: &random) ? 90 : 500), using: &random)
      guard end < seconds else { break }
      let lost = isPartial ? Double(Int.random(in: 1...8, using: &random)) / 8 : 1
      losses.append(ServiceLoss(start: start * second, end: end * second, lost: lost))
      time = end
    }
    return losses
  }

  /// For each second of a window what is lost in it.
  static func seconds(_ losses: [ServiceLoss], from: Int64, to: Int64) -> [Double] {
    (from..<to).map { time in
      losses.first { $0.start <= time * second && time * second < $0.end }?.lost ?? 0
    }
  }
}
