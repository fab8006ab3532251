import LifeDistributions
import RandomStreams
import StructureFunctions
import Topology

extension UncertainTopology {
  /// What is believed of the long run of `name`, a definition or a domain; nil when there are no
  /// inputs.
  ///
  /// Where nothing but availabilities and times of components follows from the inputs, each from one of
  /// them times a number, the exact engine is compiled once and run for eight draws at a time. The
  /// first 16 draws, and up to 48 of the first block in which an input is lowest or highest, are checked
  /// against topologies built for them, to a relative 1e-11; a difference sends all draws the other way.
  /// Otherwise every draw builds its topology. Cost: 10 ns an input and step of the engine and draw, or
  /// a whole answer a draw; up to 80 bytes a draw.
  ///
  /// Compiled draws don't run the builder: what it refuses by itself for certain values is seen in the
  /// draws that are checked. Throws ``InputUncertaintyError``.
  public func propagated(
    to name: String, _ request: UncertaintyRequest = UncertaintyRequest()
  ) throws(InputUncertaintyError) -> PropagatedUncertainty? {
    if let draws = request.draws, !UncertaintyRequest.drawRange.contains(draws) {
      throw .draws(draws)
    }
    guard !inputs.isEmpty else { return nil }
    let propagation = try Propagation(self, name, request)
    guard request.method != .rebuilt else { return try propagation.rebuilt() }
    do throws(PropagationFailure) {
      return try propagation.compiled()
    } catch {
      switch error {
      case .draw(let error): throw error
      case .cannotCompile(let reason):
        guard request.method == nil else { throw .notCompiled(reason) }
        return try propagation.rebuilt()
      }
    }
  }
}

/// Why compiled draws have no result.
enum PropagationFailure: Error {
  /// The topology must be rebuilt for every draw.
  case cannotCompile(String)
  /// A draw has no answer.
  case draw(InputUncertaintyError)
}

/// The draws of one question.
struct Propagation {
  let topology: UncertainTopology
  let name: String
  let request: UncertaintyRequest
  private let scale: LevelScale
  let isTimed: Bool

  init(
    _ topology: UncertainTopology, _ name: String, _ request: UncertaintyRequest
  ) throws(InputUncertaintyError) {
    self.topology = topology
    self.name = name
    self.request = request
    do throws(StructureFunctionError) {
      let median = try StructureFunction(topology.median, of: name)
      scale = LevelScale(median)
      isTimed = try LongRunFigures(topology.median, of: name).frequency != nil
    } catch {
      throw .structure(error)
    }
  }

  // MARK: Compiled

  func compiled() throws(PropagationFailure) -> PropagatedUncertainty {
    let medians = try medians()
    let evaluation = try evaluation(medians)
    let draws = request.draws(work: evaluation.work)
    let size = InputSampler.blockSize
    let blocks = (draws + size - 1) / size
    let figures = DrawnFigures(blocks: blocks)
    let block = InputBlock(topology.inputs, seed: request.seed)
    var tally: InfluenceTally? = tally(draws)
    for number in 0..<blocks {
      block.fill(UInt64(number), isScored: number * size < InfluenceTally.drawLimit)
      let doubtful = evaluation.evaluate(block, into: figures, at: number * size)
      let count = min(size, draws - number * size)
      if number == 0 { try check(block, figures, count) }
      try replace(doubtful + block.groupsBeyondNumbers, block, figures, number, count)
      gather(block, figures, number, count, into: &tally)
    }
    var result = result(figures, draws, .compiled, tally)
    result.influences = try withKnown(result.influences, medians, evaluation, block, draws)
    return result
  }

  private func result(
    _ figures: borrowing DrawnFigures, _ draws: Int, _ method: PropagationMethod,
    _ tally: InfluenceTally?
  ) -> PropagatedUncertainty {
    PropagatedUncertainty(
      figures, name: name, draws: draws, seed: request.seed, method: method, goal: request.goal,
      isTimed: isTimed, isDegradable: scale.isDegradable, tally: tally, inputs: topology.inputs)
  }

  private func evaluation(
    _ medians: [InputValue]
  ) throws(PropagationFailure) -> CompiledEvaluation {
    do {
      let probes = InputProbes(medians: medians, inputs: topology.inputs)
      let mapping = try ComponentMapping(topology, of: name, probes: probes)
      return try CompiledEvaluation(mapping, scale)
    } catch let missing as ComponentMapping.Missing {
      throw .cannotCompile(missing.reason)
    } catch let outgrown as ProgramOutgrown {
      throw .cannotCompile(outgrown.description)
    } catch {
      throw .cannotCompile("\(error)")
    }
  }

  private func medians() throws(PropagationFailure) -> [InputValue] {
    var medians: [InputValue] = []
    for input in topology.inputs {
      do throws(LifeDistributionError) {
        medians.append(try input.belief.median())
      } catch {
        throw .draw(.quantile(input.name, error))
      }
    }
    return medians
  }

  /// Groups of eight draws that hold something doubtful are evaluated gate by gate.
  func replace(
    _ groups: [Int], _ block: borrowing InputBlock, _ figures: borrowing DrawnFigures,
    _ number: Int, _ count: Int
  ) throws(PropagationFailure) {
    for group in groups {
      for place in group..<min(group + 8, max(group, count)) {
        let draw = number * InputSampler.blockSize + place
        figures.store(try rebuiltDraw(draw, block, place), at: draw)
      }
    }
  }

  func rebuiltDraw(
    _ draw: Int, _ block: borrowing InputBlock, _ place: Int
  ) throws(PropagationFailure) -> LongRunFigures {
    do throws(InputUncertaintyError) {
      return try answer(draw, block, place)
    } catch {
      throw .draw(error)
    }
  }

  // MARK: Rebuilt

  func rebuilt() throws(InputUncertaintyError) -> PropagatedUncertainty {
    let draws = request.draws ?? UncertaintyRequest.fewestByDefault
    let size = InputSampler.blockSize
    let blocks = (draws + size - 1) / size
    let figures = DrawnFigures(blocks: blocks)
    let block = InputBlock(topology.inputs, seed: request.seed)
    var tally: InfluenceTally? = tally(draws)
    let end = ContinuousClock.now + Self.patience
    for number in 0..<blocks {
      block.fill(UInt64(number), isScored: number * size < InfluenceTally.drawLimit)
      let count = min(size, draws - number * size)
      var done = 0
      while done < count, !isOver(number * size + done, end) {
        let draw = number * size + done
        figures.store(try answer(draw, block, done), at: draw)
        done += 1
      }
      gather(block, figures, number, done, into: &tally)
      if done < count { return result(figures, number * size + done, .rebuilt, tally) }
    }
    return result(figures, draws, .rebuilt, tally)
  }

  /// Draws that are dear end early where nobody said how many there should be.
  private static let patience = Swift.Duration.seconds(10)

  private func isOver(_ draw: Int, _ end: ContinuousClock.Instant) -> Bool {
    guard request.draws == nil, draw >= UncertaintyRequest.drawRange.lowerBound else {
      return false
    }
    return Task.isCancelled || ContinuousClock.now > end
  }

  private func answer(
    _ draw: Int, _ block: borrowing InputBlock, _ place: Int
  ) throws(InputUncertaintyError) -> LongRunFigures {
    do throws(InputUncertaintyError) {
      let drawn = try topology.topology(at: block.draw(place))
      return try figures(drawn)
    } catch {
      throw .draw(draw, block.named(place), error)
    }
  }

  private func figures(
    _ topology: Topology
  ) throws(InputUncertaintyError) -> LongRunFigures {
    do throws(StructureFunctionError) {
      return try LongRunFigures(topology, of: name)
    } catch {
      throw .structure(error)
    }
  }

  // MARK: Influence

  private func tally(_ draws: Int) -> InfluenceTally {
    InfluenceTally(
      inputs: topology.inputs.count, draws: min(draws, InfluenceTally.drawLimit))
  }

  /// Adds a block to the tally, which ends where a draw is never down.
  private func gather(
    _ block: borrowing InputBlock, _ figures: borrowing DrawnFigures, _ number: Int, _ count: Int,
    into tally: inout InfluenceTally?
  ) {
    let start = number * InputSampler.blockSize
    guard tally != nil, start < InfluenceTally.drawLimit else { return }
    var nines = UnsafeBufferPointer(
      start: figures.down.start + start, count: InputSampler.blockSize
    ).map(\.self)
    guard nines[..<count].allSatisfy({ $0 > 0 }) else {
      tally = nil
      return
    }
    nines.withUnsafeMutableBufferPointer { ReproducibleFunctions.replaceByLogarithms($0) }
    for place in nines.indices { nines[place] *= 0.434_294_481_903_251_8 }
    tally?.add(block, nines, draws: count)
  }
}
