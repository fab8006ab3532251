/// The order in which a search decides the choices of a space, with what each option uses at hand.
///
/// Choices without an order come first: only when they are decided can the ordered ones bound what is
/// left.
struct DecisionSequence: Sendable {
  /// The choices' indices in the order of decision.
  let choices: [Int]
  /// How many of them have no order.
  let firstOrdered: Int
  /// The number of options at each place.
  let counts: [Int]
  /// How many demands an option has: cost, then the other resources.
  let width: Int
  /// For each place, all options' demands in one row.
  private let demands: [[Double]]
  /// At each place the first option that is still considered.
  private(set) var firstOptions: [Int]
  /// For each place, the least of each demand of those options.
  private var least: [[Double]] = []
  /// The least demands of all places from each one on.
  private var remainder: [[Double]] = []
  /// What the options of each place are worth as digits of a whole design's number.
  private let digitValues: [Int]

  init(_ space: DesignSpace) {
    let ordered = space.choices.indices.filter { space.choices[$0].isOrdered }
    let others = space.choices.indices.filter { !space.choices[$0].isOrdered }
    choices = others + ordered
    firstOrdered = others.count
    width = space.resources.count + 1
    let decided = choices.map { space.choices[$0] }
    counts = decided.map(\.options.count)
    demands = decided.map { $0.options.flatMap(\.demands) }
    firstOptions = decided.map { _ in 0 }
    var values = [1]
    for place in decided.indices.reversed() {
      values.append(values[values.count - 1] * counts[place])
    }
    digitValues = values.dropLast().reversed()
    findLeast()
  }

  /// Leaves out the options before these.
  mutating func raise(firstOptions options: [Int]) {
    firstOptions = options
    findLeast()
  }

  private mutating func findLeast() {
    least = demands.indices.map { place in
      (0..<width).map { index in
        (firstOptions[place]..<counts[place]).reduce(.infinity) {
          min($0, demands[place][$1 * width + index])
        }
      }
    }
    var sums = [[Double](repeating: 0, count: width)]
    for place in least.reversed() {
      sums.append(zip(sums[sums.count - 1], place).map { $0 + $1 })
    }
    remainder = sums.reversed()
  }

  var count: Int { choices.count }

  /// The least that the designs with these first options use.
  func demands(of prefix: [Int]) -> [Double] {
    var sums = remainder[prefix.count]
    for (place, option) in prefix.enumerated() {
      for index in 0..<width { sums[index] += demands[place][option * width + index] }
    }
    return sums
  }

  /// The first options with, at each place beyond, the last option that the others' least demands
  /// leave room for.
  func completion(of prefix: [Int], within limits: [Double]) -> [Int] {
    let used = demands(of: prefix)
    let room = zip(limits, used).map { $0 - $1 + Tie.tolerance * $0 }
    return prefix
      + (prefix.count..<count).map { place in
        (firstOptions[place]..<counts[place]).last { option in
          (0..<width).allSatisfy {
            demands[place][option * width + $0] - least[place][$0] <= room[$0]
          }
        } ?? firstOptions[place]
      }
  }

  /// The options of a branch: the digits of its number.
  func prefix(of branch: DesignBranch) -> [Int] {
    var code = branch.code
    var options = [Int](repeating: 0, count: branch.depth)
    for place in (0..<branch.depth).reversed() {
      let (rest, option) = code.quotientAndRemainder(dividingBy: counts[place])
      options[place] = option
      code = rest
    }
    return options
  }

  /// The number of a whole design; no two have the same.
  func number(of options: [Int]) -> Int {
    zip(options, digitValues).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// Options by place as options in the space's order.
  func inOrderOfSpace(_ options: [Int]) -> [Int] {
    var sorted = options
    for (place, choice) in choices.enumerated() { sorted[choice] = options[place] }
    return sorted
  }
}
