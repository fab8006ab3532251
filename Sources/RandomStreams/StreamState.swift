/// Eight xoshiro256++ generators side by side: word w of lane l is element l of the w-th vector, the
/// layout of the kernels.
struct StreamState: Sendable, Hashable {
  var a: SIMD8<UInt64> = .zero
  var b: SIMD8<UInt64> = .zero
  var c: SIMD8<UInt64> = .zero
  var d: SIMD8<UInt64> = .zero

  /// Calls `body` with the 32 words in place.
  mutating func withWords(_ body: (UnsafeMutablePointer<UInt64>) -> Void) {
    withUnsafeMutablePointer(to: &self) { state in
      state.withMemoryRebound(to: UInt64.self, capacity: 32, body)
    }
  }
}
