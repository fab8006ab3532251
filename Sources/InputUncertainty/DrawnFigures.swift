import Quantities

/// The figures of all draws, in memory of their own.
struct DrawnFigures: ~Copyable {
  let up: DrawnNumbers
  let down: DrawnNumbers
  let frequency: DrawnNumbers
  let lessThanFull: DrawnNumbers
  let levelLost: DrawnNumbers
  private let memory: UnsafeMutablePointer<Double>

  /// Room for so many whole blocks, of something that is never up.
  init(blocks: Int) {
    let count = blocks * InputSampler.blockSize
    memory = .allocate(capacity: 5 * count)
    memory.initialize(repeating: 1, count: 5 * count)
    up = DrawnNumbers(start: memory)
    up.start.update(repeating: 0, count: count)
    down = DrawnNumbers(start: memory + count)
    frequency = DrawnNumbers(start: memory + 2 * count)
    frequency.start.update(repeating: 0, count: count)
    lessThanFull = DrawnNumbers(start: memory + 3 * count)
    levelLost = DrawnNumbers(start: memory + 4 * count)
  }

  deinit { memory.deallocate() }

  /// What one draw comes to.
  func draw(_ draw: Int, isTimed: Bool) -> LongRunFigures {
    var figures = LongRunFigures()
    figures.availability = Probability(
      uncheckedValue: up.start[draw], complement: down.start[draw])
    figures.frequency = isTimed ? frequency.start[draw] : nil
    figures.lessThanFull = lessThanFull.start[draw]
    figures.levelLost = levelLost.start[draw]
    return figures
  }

  /// Writes what one draw comes to.
  func store(_ figures: LongRunFigures, at draw: Int) {
    up.start[draw] = figures.availability.value
    down.start[draw] = figures.availability.complement
    frequency.start[draw] = figures.frequency ?? .nan
    lessThanFull.start[draw] = figures.lessThanFull
    levelLost.start[draw] = figures.levelLost
  }
}

/// One number for each draw; its memory is that of ``DrawnFigures``.
struct DrawnNumbers {
  let start: UnsafeMutablePointer<Double>

  @inline(__always)
  func store(_ lanes: SIMD8<Double>, at draw: Int) {
    UnsafeMutableRawPointer(start + draw).storeBytes(of: lanes, as: SIMD8<Double>.self)
  }

  /// The numbers of the first draws.
  func first(_ draws: Int) -> [Double] { Array(UnsafeBufferPointer(start: start, count: draws)) }
}
