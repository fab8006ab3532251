#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The natural logarithm of the C library.
func logarithm(_ x: Double) -> Double { log(x) }

/// The exponential function of the C library.
func exponential(_ x: Double) -> Double { exp(x) }
