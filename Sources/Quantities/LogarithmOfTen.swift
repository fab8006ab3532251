#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The decimal logarithm of the C library, without the weight of Foundation.
func log10(_ x: Double) -> Double {
  #if canImport(Glibc)
    Glibc.log10(x)
  #elseif canImport(Musl)
    Musl.log10(x)
  #else
    Darwin.log10(x)
  #endif
}
