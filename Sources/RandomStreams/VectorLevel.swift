import VectorKernels

/// Which compiled copy of the vector kernels runs. All copies give the same bits; only their speed
/// differs.
public enum VectorLevel: Int32, Sendable, Hashable, CaseIterable, Comparable {
  /// What every processor of the family has (SSE2 or NEON).
  case baseline = 0
  /// 256-bit vectors of x86-64.
  case avx2 = 1
  /// 512-bit vectors of x86-64 (the F and DQ parts).
  case avx512 = 2

  /// The fastest level that this processor and its operating system support.
  public static let best = VectorLevel(rawValue: nines_best_level()) ?? .baseline

  /// Orders levels by the width of their vectors.
  public static func < (left: VectorLevel, right: VectorLevel) -> Bool {
    left.rawValue < right.rawValue
  }
}
