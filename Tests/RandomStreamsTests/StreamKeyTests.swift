import Testing

@testable import RandomStreams

@Suite("Streams of different keys")
struct StreamKeyTests {
  @Test("neighbouring seeds, blocks and purposes share no word")
  func neighbours() {
    var seen: Set<UInt64> = []
    var drawn = 0
    for seed in 0..<10 as Range<UInt64> {
      for block in 0..<10 as Range<UInt64> {
        for purpose in 0..<10 as Range<UInt64> {
          let some = words(seed: seed, block: block, purpose: purpose, count: 64)
          seen.formUnion(some)
          drawn += some.count
        }
      }
    }
    #expect(seen.count == drawn)
  }

  @Test("the parts of a key don't stand in for each other")
  func order() {
    let permuted: [[UInt64]] = [
      [1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1],
    ]
    let firsts = permuted.map { words(seed: $0[0], block: $0[1], purpose: $0[2], count: 8) }
    #expect(Set(firsts).count == permuted.count)
  }

  @Test("one bit of a key changes half of the bits of the first words")
  func avalanche() {
    let base = words(count: 8)
    var changed = 0
    for bit in 0..<64 {
      let flip = UInt64(1) << bit
      for other in [
        words(seed: 1 ^ flip, count: 8), words(block: 2 ^ flip, count: 8),
        words(purpose: 3 ^ flip, count: 8),
      ] {
        changed += zip(base, other).map { ($0 ^ $1).nonzeroBitCount }.reduce(0, +)
      }
    }
    let bits = 3 * 64 * 8 * 64.0
    #expect(abs(Double(changed) - bits / 2) < zScoreBound * (bits / 4).squareRoot())
  }

  // xoshiro stays at zero for ever once its whole state is zero. The key is found by undoing every
  // step from there; keys carry lanes 0 to 7.
  @Test("no key starts a lane in the state of zeros")
  func neverZero() {
    #expect(StreamState().unstarted.d[0] > 7)
  }

  @Test("a start can be undone, so no two keys share a state")
  func invertible() {
    let key = StreamState(seed: 1, block: 2, purpose: 3).unstarted
    #expect(key.a == SIMD8(repeating: 1) && key.b == SIMD8(repeating: 2))
    #expect(key.c == SIMD8(repeating: 3) && key.d == [0, 1, 2, 3, 4, 5, 6, 7])
  }

  @Test("a restarted stream is the stream of its new key")
  func restart() {
    var stream = RandomStream(seed: 9, block: 9, purpose: 9)
    var found = [UInt64](repeating: 0, count: 64)
    found.withUnsafeMutableBufferPointer {
      stream.fillBits($0)
      stream.restart(seed: 1, block: 2, purpose: 3)
      stream.fillBits($0)
    }
    #expect(found == words(count: 64))
  }
}

extension StreamState {
  /// The key and the lanes that start in this state: the steps of a start, backwards.
  fileprivate var unstarted: StreamState {
    var key = self
    for step in stride(from: 9, through: 1, by: -4) as StrideThrough<UInt64> {
      key.d &-= Self.mixed(key.c, step + 3)
      key.c &-= Self.mixed(key.b, step + 2)
      key.b &-= Self.mixed(key.a, step + 1)
      key.a &-= Self.mixed(key.d, step)
    }
    return key
  }
}
