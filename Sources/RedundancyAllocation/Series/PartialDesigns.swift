/// Designs of the first stages, none of them at least as good in every sum as another.
struct PartialDesigns: Sendable {
  /// The sums of each, all in one row.
  private(set) var values: [Double]
  /// The option of the last stage, by its place in that stage.
  private(set) var options: [Int32]
  /// Which one of the stage before each continues.
  private(set) var parents: [Int32]

  /// Nothing decided yet.
  init(width: Int) {
    values = [Double](repeating: 0, count: width)
    options = [-1]
    parents = [-1]
  }

  private init() {
    values = []
    options = []
    parents = []
  }

  var count: Int { options.count }

  /// Continued by a stage: all that can still meet the limits with `rest`, the least of each sum
  /// beyond, and whose price may stay under `ceiling`. Nil when there are more than `most`,
  /// and when the task is cancelled.
  func continued(
    by stage: SeriesStage, _ prices: [Double], limits: [Double], rest: [Double], ceiling: Double,
    most: Int
  ) -> PartialDesigns? {
    var result = PartialDesigns()
    let priced = (0..<stage.count).map { LagrangianBound.priced(stage.values, row: $0, prices) }
    let order = (0..<stage.count).sorted { (priced[$0], $0) < (priced[$1], $1) }
    let room = zip(limits, rest).map { $0 - $1 }
    for part in 0..<count {
      let base = LagrangianBound.priced(values, row: part, prices)
      for option in order {
        guard base + priced[option] <= ceiling else { break }
        result.append(self, part, stage, option, room)
      }
      guard result.count <= most, part & 1023 != 0 || !Task.isCancelled else { return nil }
    }
    return result
  }

  private mutating func append(
    _ source: PartialDesigns, _ part: Int, _ stage: SeriesStage, _ option: Int, _ room: [Double]
  ) {
    let width = stage.width
    for index in 0..<width {
      let sum = source.values[part * width + index] + stage.values[option * width + index]
      guard sum <= room[index] else {
        values.removeLast(index)
        return
      }
      values.append(sum)
    }
    options.append(Int32(option))
    parents.append(Int32(part))
  }

  /// Without those than which another is at least as good in every sum.
  func undominated(width: Int) -> PartialDesigns {
    keeping(Dominance(width: width).undominated(values), width: width)
  }

  /// The `count` with the lowest prices.
  func best(_ count: Int, _ prices: [Double]) -> PartialDesigns {
    let priced = (0..<self.count).map { (LagrangianBound.priced(values, row: $0, prices), $0) }
    return keeping(priced.sorted { $0 < $1 }.prefix(count).map(\.1), width: prices.count)
  }

  private func keeping(_ rows: [Int], width: Int) -> PartialDesigns {
    var result = PartialDesigns()
    result.options = rows.map { options[$0] }
    result.parents = rows.map { parents[$0] }
    result.values = rows.flatMap { values[($0 * width)..<(($0 + 1) * width)] }
    return result
  }
}
