#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// True when the figures differ by at most a share of the expected one.
func isClose(_ computed: Double, _ expected: Double, to share: Double) -> Bool {
  computed == expected || abs(computed - expected) <= share * abs(expected)
}

func exponential(_ x: Double) -> Double { exp(x) }
func power(_ base: Double, _ exponent: Int) -> Double { pow(base, Double(exponent)) }
