import StructureFunctions

/// A level that is followed through a network of its own: an operand of a rule, or the service.
struct FollowedLevel: Sendable {
  let sweep: OutageSweep
  /// The components of its network, by their numbers in the whole one.
  let components: [Int]
  /// The level for each number of thresholds reached, that of none first.
  let levels: [Double]
  /// The thing is down while its level is below this.
  let downBelow: Double

  /// The service.
  init(_ network: ComponentNetwork, alwaysDown: Set<Int>) {
    let roots = Array(network.thresholds.indices)
    self.init(network, roots, levels: network.thresholds, downBelow: 0, alwaysDown)
  }

  /// What is up or down.
  init(_ network: ComponentNetwork, root: Int, alwaysDown: Set<Int>) {
    self.init(network, [root], levels: [1], downBelow: 1, alwaysDown)
  }

  /// An operand.
  init(_ network: ComponentNetwork, _ operand: TimedPart.Operand, alwaysDown: Set<Int>) {
    let least = operand.levels.indices.contains(operand.downBelow)
    self.init(
      network, operand.roots, levels: operand.levels,
      downBelow: least ? operand.levels[operand.downBelow] : .infinity, alwaysDown)
  }

  private init(
    _ network: ComponentNetwork, _ roots: [Int], levels: [Double], downBelow: Double,
    _ alwaysDown: Set<Int>
  ) {
    let (own, components) = network.restricted(to: roots)
    sweep = OutageSweep(
      own, alwaysDown: components.indices.filter { alwaysDown.contains(components[$0]) })
    self.components = components
    self.levels = [0] + levels
    self.downBelow = downBelow
  }

  /// What makes a history of the sweep.
  var recorder: HistoryRecorder { HistoryRecorder(levels: levels, reached: sweep.fullyReached) }

  /// A history of the level in which nothing happens.
  var quietHistory: LevelHistory {
    var history = LevelHistory()
    history.base = levels[sweep.fullyReached]
    history.downBelow = downBelow
    return history
  }
}
