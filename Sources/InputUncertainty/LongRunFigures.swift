import Quantities
import StructureFunctions
import Topology

/// What the exact engine says of one draw.
struct LongRunFigures {
  /// P(not down), both tails.
  var availability = Probability.impossible
  /// Outages a second; nil when a component that matters has no times.
  var frequency: Double? = 0
  /// P(level < 1).
  var lessThanFull = 1.0
  /// 1 - the mean level.
  var levelLost = 1.0

  /// The levels above 0, ascending, and the one below which the service is down if that is another.
  static func thresholds(of function: StructureFunction) -> [Double] {
    let levels = function.positiveLevels
    guard let down = function.downThreshold, !levels.contains(down) else { return levels }
    return levels + [down]
  }

  init() {}

  /// Evaluates a topology. Throws ``StructureFunctionError``.
  init(_ topology: Topology, of name: String) throws(StructureFunctionError) {
    let function = try StructureFunction(topology, of: name)
    let scale = LevelScale(function)
    var less: [Double] = []
    for (place, threshold) in Self.thresholds(of: function).enumerated() {
      let figures = try function.figures(atLeast: threshold)
      less.append(figures.probability.complement)
      if place == scale.down {
        availability = figures.probability
        frequency = figures.frequency?.perSecond
      }
    }
    if let full = scale.full { lessThanFull = less[full] }
    levelLost = scale.levelLost(less)
  }

  /// The largest relative difference to other figures; infinite where one says what the other doesn't.
  func difference(from other: LongRunFigures) -> Double {
    let pairs = [
      (availability.value, other.availability.value),
      (availability.complement, other.availability.complement),
      (lessThanFull, other.lessThanFull), (levelLost, other.levelLost),
      (frequency ?? -1, other.frequency ?? -1),
    ]
    return pairs.map { $0 == $1 ? 0 : abs($0 - $1) / max(abs($0), abs($1)) }.max() ?? 0
  }
}

/// How the levels of a part make up what is said of it.
struct LevelScale: Sendable {
  /// The place of the threshold below which it is down; nil when it is always down.
  let down: Int?
  /// The place of full service; nil when there is none.
  let full: Int?
  /// The number of levels above 0.
  let levels: Int
  private let steps: [Double]
  private let lost: Double

  init(_ function: StructureFunction) {
    let thresholds = LongRunFigures.thresholds(of: function)
    let levels = function.positiveLevels
    self.levels = levels.count
    down = function.downThreshold.flatMap { thresholds.firstIndex(of: $0) }
    let top = levels.last ?? 0
    full = top > 1 - StructureFunction.levelTolerance ? levels.count - 1 : nil
    lost = max(0, 1 - top)
    steps = zip(levels, [0] + levels).map { $0 - $1 }
  }

  /// Whether the level can lie between 0 and 1.
  var isDegradable: Bool { levels > 1 || levels == 1 && full == nil }

  /// The sum of steps × P(less than the level), for one probability a threshold: positive terms.
  func levelLost(_ less: [Double]) -> Double {
    min(1, zip(steps, less).reduce(lost) { $0 + $1.0 * $1.1 })
  }

  /// The step up to the level of a place, 0 for what is no level, and what is lost at the highest.
  func step(_ place: Int) -> Double { place < steps.count ? steps[place] : 0 }
  var lostAtMost: Double { lost }
}
