import Quantities
import Testing

@testable import InputUncertainty

@Suite("Blocks of draws")
struct InputBlockTests {
  private func inputs() throws -> [UncertainInput] {
    [
      UncertainInput("time", .positive(low: 20, high: 45)),
      UncertainInput("nines", .probability(low: try .nines(3), high: try .nines(20))),
      UncertainInput("events", .timePerEvent(events: 2, exposure: .days(3))),
      UncertainInput("trials", .chance(events: 0, trials: 9)),
    ]
  }

  @Test("the draws are the same to the last bit whether they are scored or not")
  func scores() throws {
    let inputs = try inputs()
    let scored = InputBlock(inputs, seed: 3)
    let plain = InputBlock(inputs, seed: 3)
    for block in 0..<4 as Range<UInt64> {
      scored.fill(block, isScored: true)
      plain.fill(block, isScored: false)
      for place in 0..<InputSampler.blockSize {
        #expect(scored.draw(place) == plain.draw(place))
      }
    }
  }

  @Test("scores rise with the values, and probabilities have both tails")
  func order() throws {
    let inputs = try inputs()
    let block = InputBlock(inputs, seed: 3)
    block.fill(9, isScored: true)
    for input in inputs.indices {
      let places = (0..<InputSampler.blockSize).sorted {
        block.scores(input)[$0] < block.scores(input)[$1]
      }
      for (low, high) in zip(places, places.dropFirst()) {
        let (first, second) = (block.draw(low)[input], block.draw(high)[input])
        #expect(first.number <= second.number && first.complement >= second.complement)
      }
    }
    for place in 0..<InputSampler.blockSize {
      for value in block.draw(place) where value.complement != 0 {
        #expect(abs(value.number + value.complement - 1) < 4e-16)
        #expect(value.number > 0 && value.complement > 0)
      }
    }
  }
}
