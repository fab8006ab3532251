import Quantities
import RandomStreams

/// Gathers, for each input and each class of its values, how log10 U lies.
///
/// Classes are equally wide but for the first and the last, which hold 2 % of the draws each; their
/// bounds are those of the first block. Each block is spread over all batches, so that batches are
/// alike whatever the number of blocks.
struct InfluenceTally {
  /// Batches among which the standard error is taken.
  static let batches = 32
  /// More draws than this tell nothing more that anyone would want to know.
  static let drawLimit = 1 << 17

  private let inputs: Int
  private let classes: Int
  private var scales: [ClassScale] = []
  private var height = 0.0
  private var sums: [LineSums]

  init(inputs: Int, draws: Int) {
    self.inputs = inputs
    classes = Self.classes(draws)
    sums = Array(repeating: LineSums(), count: inputs * Self.batches * classes)
  }

  /// So many that each batch has several draws in each class.
  private static func classes(_ draws: Int) -> Int { max(1, min(16, draws / (batches * 16))) }

  /// Adds the first draws of a block, of which `nines` holds log10 U. No allocation but for the first;
  /// 2 to 4 ns an input and draw.
  mutating func add(_ block: borrowing InputBlock, _ nines: [Double], draws: Int) {
    if scales.isEmpty { setScales(block, nines, draws) }
    let length = InputSampler.blockSize / Self.batches
    sums.withUnsafeMutableBufferPointer { sums in
      for input in 0..<inputs {
        let scores = block.scores(input)
        let scale = scales[input]
        for place in 0..<draws {
          let score = scores[place] - scale.middle
          let batch = input * Self.batches + place / length
          sums[batch * classes + scale.classOf(score)].add(score, nines[place] - height)
        }
      }
    }
  }

  private mutating func setScales(_ block: borrowing InputBlock, _ nines: [Double], _ draws: Int) {
    height = nines[..<draws].reduce(0, +) / Double(draws)
    for input in 0..<inputs {
      let scores = Array(UnsafeBufferPointer(start: block.scores(input), count: draws)).sorted()
      scales.append(ClassScale(ordered: scores, classes: classes))
    }
  }

  // MARK: Results

  /// The variance of log10 U.
  var variance: Double {
    let all = merged(0, Self.all)
    return all.count > 1 ? all.variation / (all.count - 1) : 0
  }

  /// The influence of each input, the largest first; none where log10 U does not vary.
  func influences(of inputs: [UncertainInput]) -> [InputInfluence] {
    guard variance > 0 else { return [] }
    let found = inputs.enumerated().map { place, input in
      InputInfluence(
        input: input, share: estimate(place), correlation: merged(place, Self.all).correlation,
        unavailabilityIfKnown: nil)
    }
    return found.sorted { $0.share.value > $1.share.value }
  }

  private static let all = 0..<batches

  private func estimate(_ input: Int) -> Estimate {
    if inputs == 1 { return .all }
    let shares = Self.all.map { share(input, $0..<$0 + 1) }
    let mean = shares.reduce(0, +) / Double(Self.batches)
    let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let error = (squares / Double(Self.batches - 1) / Double(Self.batches)).squareRoot()
    let whole = share(input, Self.all)
    let reach = Estimate.intervalFactor * error
    return Estimate(
      max(0, min(1, whole)), standardError: error, low: max(0, min(1, whole - reach)),
      high: max(0, min(1, whole + reach)))
  }

  /// 1 - residual / total variance, each by its degrees of freedom.
  private func share(_ input: Int, _ batches: Range<Int>) -> Double {
    let total = merged(input, batches)
    var residual = 0.0
    var parameters = 0.0
    for number in 0..<classes {
      let sums = self.sums(input, number, batches)
      residual += sums.residual
      parameters += sums.parameters
    }
    guard total.variation > 0, total.count > parameters else { return 0 }
    return 1
      - residual / (total.count - parameters) / (total.variation / (total.count - 1))
  }

  private func merged(_ input: Int, _ batches: Range<Int>) -> LineSums {
    var result = LineSums()
    for number in 0..<classes { result.merge(sums(input, number, batches)) }
    return result
  }

  private func sums(_ input: Int, _ number: Int, _ batches: Range<Int>) -> LineSums {
    var result = LineSums()
    for batch in batches {
      result.merge(sums[(input * Self.batches + batch) * classes + number])
    }
    return result
  }
}

/// Classes of an input's score.
struct ClassScale {
  /// The median, from which scores are measured.
  let middle: Double
  private let low: Double
  private let perClass: Double
  private let last: Double

  /// The classes of ordered scores.
  init(ordered scores: [Double], classes: Int) {
    middle = scores[scores.count / 2]
    let margin = scores.count / 50
    let width = scores[scores.count - 1 - margin] - scores[margin]
    perClass = width > 0 && classes > 2 ? Double(classes - 2) / width : 0
    // One class lies below the margin.
    low = scores[margin] - middle - (perClass > 0 ? 1 / perClass : 0)
    last = Double(classes - 1)
  }

  /// The class of a score measured from the middle.
  @inline(__always)
  func classOf(_ score: Double) -> Int {
    Int(ReproducibleFunctions.wholePart(max(0, min(last, (score - low) * perClass))))
  }
}

extension Estimate {
  /// All of the variance: that of an only input.
  static let all = Estimate(1, standardError: 0, low: 1, high: 1)
}
