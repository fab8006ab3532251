#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether two numbers differ by at most a relative `bound`, or are equal.
func isClose(_ value: Double, _ expected: Double, _ bound: Double) -> Bool {
  value == expected || abs(value / expected - 1) <= bound
}

/// The natural logarithm, for files that import none.
func logarithm(_ value: Double) -> Double { log(value) }
