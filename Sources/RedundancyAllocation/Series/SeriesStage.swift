/// One choice of a series: what each of its options adds to the sums that matter.
struct SeriesStage: Sendable {
  /// The options' indices in the choice.
  private(set) var options: [Int]
  /// For each option the numbers it adds, all in one row: cost, resources with a limit, loss.
  private(set) var values: [Double]
  /// How many numbers an option has.
  let width: Int

  var count: Int { options.count }

  /// Those options than which none is at least as good in all.
  init(rows: [[Double]]) {
    width = rows.first?.count ?? 0
    let kept = Dominance(width: width).undominated(rows.flatMap { $0 })
    options = kept
    values = kept.flatMap { rows[$0] }
  }

  /// The least of one number.
  func least(_ criterion: Int) -> Double {
    stride(from: criterion, to: values.count, by: width).reduce(.infinity) { min($0, values[$1]) }
  }

  /// The numbers of an option, by its place here.
  func row(_ place: Int) -> [Double] { Array(values[(place * width)..<((place + 1) * width)]) }

  /// Keeps the options for whose numbers a condition holds.
  mutating func keep(where holds: ([Double]) -> Bool) {
    let kept = (0..<count).filter { holds(row($0)) }
    values = kept.flatMap(row)
    options = kept.map { options[$0] }
  }
}
